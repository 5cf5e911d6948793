// Runs programs by Node's own loaders, many in one process. Requests come as one line of JSON
// each on standard input: the entry's path, the folder that it lies in, whether it is a
// CommonJS module, and whether it is no bundle. What a program prints comes back as one line of
// JSON.
//
// Timers are virtual: one fires when Node is reading no file, so that what comes first of a
// timer and an import() doesn't depend on the disk.
import { readSync, writeSync } from "node:fs";
import Module from "node:module";
import { pathToFileURL } from "node:url";

const nextTurn = globalThis.setImmediate;
const known = new Set(Reflect.ownKeys(globalThis));
const MAX_LINES = 5000;
const MAX_TIMERS = 500;
const MAX_DEPTH = 4;

let run;

const timers = {
  schedule(callback, delay = 0, ...rest) {
    const timer = { callback, due: run.now + Math.max(1, delay), rest };
    run.timers.push(timer);
    return timer;
  },
  cancel(timer) {
    run.timers = run.timers.filter((each) => each !== timer);
  },
  next() {
    let first;
    for (const each of run.timers) if (!first || each.due < first.due) first = each;
    if (first) {
      timers.cancel(first);
      run.now = first.due;
    }
    return first;
  },
};
globalThis.setTimeout = timers.schedule;
globalThis.setImmediate = (callback, ...rest) => timers.schedule(callback, 0, ...rest);
globalThis.clearTimeout = globalThis.clearImmediate = timers.cancel;

const printProperties = (value, depth) => Reflect.ownKeys(value)
  .filter((key) => typeof key === "string" && !(typeof value === "function" && key in Function.prototype))
  .map((key) => {
    const found = Reflect.getOwnPropertyDescriptor(value, key);
    const shown = found.get ? "[Getter]" : print(found.value, depth + 1);
    return `${found.enumerable ? key : `[${key}]`}: ${shown}`;
  });

const print = (value, depth = 0) => {
  if (typeof value === "string") return depth ? JSON.stringify(value) : value;
  if (typeof value === "symbol") return String(value);
  if (Object(value) !== value) return Object.is(value, -0) ? "-0" : String(value);
  if (value instanceof Error) return `[${value.name}]`;
  if (depth > MAX_DEPTH) return "…";
  if (value[Symbol.toStringTag] === "Module") return "Module";
  const inside = Array.isArray(value)
    ? value.map((each) => print(each, depth + 1))
    : printProperties(value, depth);
  const text = inside.length ? `{ ${inside.join(", ")} }` : "{}";
  if (typeof value === "function") return `function ${value.name} ${text}`;
  return Array.isArray(value) ? `[${inside.join(", ")}]` : text;
};

const say = (line) => {
  if (run && !run.over && run.lines.length < MAX_LINES) {
    run.lines.push(line.replaceAll(run.folder, ""));
  }
};
console.log = (...values) => say(values.map((value) => print(value)).join(" "));

const fail = (error) => {
  if (!run || run.over) return;
  const isError = error instanceof Error;
  say(`Uncaught ${isError ? error.name : print(error, 1)} ${(isError && error.code) || ""}`.trim());
  if (isError && error.name === "SyntaxError") run.problem = error.message;
  run.over = true;
};
// Node 20 leaves a promise of its own unhandled where import() comes to CommonJS that throws.
process.on("unhandledRejection", (error) => {
  if (!run?.isNative || error instanceof ReferenceError) fail(error);
});
process.on("uncaughtException", fail);

// Where an ES module's links lead to one that could not be linked, Node stumbles: this error of its
// own has no code, unlike its assertions.
Object.defineProperty(TypeError.prototype, "code", {
  configurable: true,
  get() {
    return /addJobsToDependencyGraph/.test(this.stack) ? "ERR_INTERNAL_ASSERTION" : undefined;
  },
  set(value) {
    Object.defineProperty(this, "code", { value, writable: true, enumerable: true, configurable: true });
  },
});

const settle = async () => {
  for (let quiet = 0; quiet < 2; quiet++) {
    await new Promise((resolve) => nextTurn(resolve));
    if (process.getActiveResourcesInfo().some((name) => name !== "Immediate")) quiet = -1;
  }
};

const start = async ({ entry, commonjs }) => {
  process.mainModule = undefined;
  let failure;
  let ended = false;
  try {
    if (commonjs) Module._load(entry, null, true);
    else import(pathToFileURL(entry)).then(() => ended = true, (error) => failure = { error });
    ended = commonjs;
  } catch (error) {
    failure = { error };
  }
  for (let fired = 0; fired < MAX_TIMERS; fired++) {
    await settle();
    if (failure) return fail(failure.error);
    if (run.over) return;
    const timer = timers.next();
    if (!timer) break;
    try {
      timer.callback(...timer.rest);
    } catch (error) {
      failure = { error };
    }
  }
  if (!ended) say("never settled");
};

const finish = () => {
  run.over = false;
  for (const key of Reflect.ownKeys(globalThis)) {
    if (known.has(key)) continue;
    say(`global ${String(key)}: ${print(globalThis[key], 1)}`);
    delete globalThis[key];
  }
  run.over = true;
  for (const key of Object.keys(Module._cache)) delete Module._cache[key];
  for (const key of Object.keys(Module._pathCache)) delete Module._pathCache[key];
};

let rest = "";
const readLine = () => {
  const chunk = Buffer.alloc(1 << 16);
  while (!rest.includes("\n")) {
    const size = readSync(0, chunk);
    if (size === 0) return null;
    rest += chunk.toString("utf8", 0, size);
  }
  const end = rest.indexOf("\n");
  const line = rest.slice(0, end);
  rest = rest.slice(end + 1);
  return line;
};

const answer = (value) => {
  let bytes = Buffer.from(`${JSON.stringify(value)}\n`);
  while (bytes.length) {
    try {
      bytes = bytes.subarray(writeSync(1, bytes));
    } catch (error) {
      if (error.code !== "EAGAIN") throw error;
    }
  }
};

for (let line = readLine(); line !== null; line = readLine()) {
  const request = JSON.parse(line);
  const { folder, isNative } = request;
  run = { folder, isNative, lines: [], timers: [], now: 0, over: false, problem: "" };
  await start(request);
  finish();
  answer({ lines: run.lines, problem: run.problem });
}
