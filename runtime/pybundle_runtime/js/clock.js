// Virtual time. Nothing waits: when all else is done the clock jumps to the next timer, in
// order of due time, then of creation. `Date` and `performance` read the same clock and
// `Math.random` is seeded, so that two runs of a program see the same.
const { floor } = Math;
const { construct } = Reflect;
const EPOCH = 1700000000000;
const PATIENCE = 10000;
let now = 0;
let reads = 0;
let nextTimer = 1;
const timers = new Map();

const addTimer = (callback, delay, args, repeat, immediate) => {
  if (typeof callback !== "function") {
    const source = toText(callback);
    callback = () => (0, eval)(source);
  }
  let wait = +delay;
  wait = wait >= 1 && wait <= 2147483647 ? floor(wait) : 1;
  const id = nextTimer++;
  const due = immediate ? now : now + wait;
  mapSet(timers, id, { id, due, callback, args, every: repeat ? wait : 0, immediate });
  return id;
};
const clearTimer = (id) => {
  mapDelete(timers, +id);
};
const globalFunctions = {
  __proto__: null,
  setTimeout(callback, delay, ...args) {
    return addTimer(callback, delay, args, false, false);
  },
  setInterval(callback, delay, ...args) {
    return addTimer(callback, delay, args, true, false);
  },
  setImmediate(callback, ...args) {
    return addTimer(callback, 0, args, false, true);
  },
  clearTimeout(id) {
    clearTimer(id);
  },
  clearInterval(id) {
    clearTimer(id);
  },
  clearImmediate(id) {
    clearTimer(id);
  },
};
const resolved = Promise.resolve();
globalFunctions.queueMicrotask = function queueMicrotask(callback) {
  if (typeof callback !== "function") throw new TypeError("callback is not a function");
  promiseThen(resolved, () => {
    try {
      callback();
    } catch (error) {
      emitThrown("error", "microtask", error);
    }
  });
};
const defineAll = (object, functions) => {
  const keys = ownKeys(functions);
  for (let i = 0; i < keys.length; i++) define(object, keys[i], functions[keys[i]]);
};
defineAll(globalThis, globalFunctions);

// What a program reads of the clock. It stands still while code runs, but for who waits for it in
// a loop: after so many reads in one task each makes it a millisecond later.
const readClock = () => {
  if (++reads > PATIENCE) now++;
  return now;
};

const takeTimer = () => {
  let first = null;
  mapForEach(timers, (timer) => {
    if (first === null || timer.due < first.due ||
        timer.due === first.due && timer.immediate && !first.immediate) first = timer;
  });
  return first;
};

// Runs the timer that is due next as one macrotask; false if there is none.
const runTimer = () => {
  const timer = takeTimer();
  if (timer === null) return false;
  if (timer.due > now) now = timer.due;
  reads = 0;
  mapDelete(timers, timer.id);
  if (timer.every > 0) {
    timer.due = now + timer.every;
    mapSet(timers, timer.id, timer);
  }
  try {
    apply(timer.callback, globalThis, timer.args);
  } catch (error) {
    emitThrown("error", "task", error);
  }
  return true;
};

const NativeDate = Date;
function FixedDate(...args) {
  if (new.target === undefined) return dateString(new NativeDate(EPOCH + readClock()));
  if (args.length === 0) args = [EPOCH + readClock()];
  return construct(NativeDate, args, new.target);
}
const dateString = uncurry(NativeDate.prototype.toString);
{
  const keys = ownKeys(NativeDate);
  for (let i = 0; i < keys.length; i++) {
    defineProperty(FixedDate, keys[i], getOwnPropertyDescriptor(NativeDate, keys[i]));
  }
  defineAll(FixedDate, { __proto__: null, now() { return EPOCH + readClock(); } });
  define(NativeDate.prototype, "constructor", FixedDate);
  define(globalThis, "Date", FixedDate);
}

// Mulberry32.
const seeded = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
const random = seeded(1);
const randomBytes = seeded(2);
defineAll(Math, { __proto__: null, random() { return random(); } });
