// The trace's events: one line of JSON each, handed to the host as soon as it happened, so
// that it is known whatever becomes of the program afterwards.
const jsonList = (texts) => {
  const parts = [];
  for (let i = 0; i < texts.length; i++) push(parts, quote(texts[i]));
  return `[${join(parts, ",")}]`;
};
const emit = (kind, ...texts) => {
  const parts = [quote(kind)];
  for (let i = 0; i < texts.length; i++) push(parts, quote(texts[i]));
  host.emit(`[${join(parts, ",")}]`);
};

// Slots of every module body that has started, in that order.
const started = [];
defineProperty(globalThis, "__pybundle_mark__", {
  __proto__: null, writable: false, enumerable: false, configurable: false,
  value: function mark(name, slots) {
    push(started, { name: toText(name), slots });
    emit("module", toText(name), callPosition(mark));
  },
});

// "URL:line:column" of the topmost frame of the program in a stack, or of a syntax error.
const stackPosition = (stack) => {
  if (typeof stack !== "string") return "";
  const head = exec(/^((?:file|data):\S+:\d+)\n/, stack);
  if (head !== null) return head[1];
  const inMessage = exec(/^\S.* at ((?:file|data):\S+:\d+:\d+)$/m, stack);
  const frames = /^ +at (?:.*\()?((?:file|data):[^\n]*?:\d+:\d+)\)?$/gm;
  for (let frame = exec(frames, stack); frame !== null; frame = exec(frames, stack)) {
    if (!startsWith(frame[1], host.internal)) return frame[1];
  }
  return inMessage === null ? "" : inMessage[1];
};
const positionOf = (error) => isError(error) ? stackPosition(dataOrGet(error, "stack")) : "";
// Where the program called `callee`; "" where the program itself formats stacks.
const callPosition = (callee) => {
  if (hasOwn(Error, "prepareStackTrace") && Error.prepareStackTrace !== preparer) return "";
  const holder = {};
  captureStackTrace(holder, callee);
  return stackPosition(holder.stack);
};
const captureStackTrace = Error.captureStackTrace;
const preparer = Error.prepareStackTrace;
const dataOrGet = (object, key) => {
  try {
    return object[key];
  } catch {
    return undefined;
  }
};

// An uncaught error or unhandled rejection: where it came from, the error's name and message
// (both "" for what is no error), its position and the whole value, printed.
const emitThrown = (kind, origin, value, position = positionOf(value)) => {
  let name = "";
  let message = "";
  if (isError(value)) {
    const errorName = dataProperty(value, "name");
    const text = dataProperty(value, "message");
    name = typeof errorName === "string" ? errorName : "Error";
    message = typeof text === "string" ? text : "";
  }
  emit(kind, origin, name, message, position, print(value));
};

// Failure of the main evaluation: reported when the microtasks that were queued before it have
// run, so that a script's `throw` and a module's rejected evaluation stand at the same place.
let failure = null;
const fail = (value, position) => {
  if (failure === null) failure = { value, position, reported: false };
};
const reportFailure = () => {
  if (failure !== null && !failure.reported) {
    failure.reported = true;
    emitThrown("error", "evaluation", failure.value, failure.position);
  }
};
// Called by the host once the microtasks have run.
const onRejection = (reason) => {
  reportFailure();
  emitThrown("rejection", "", reason);
};
