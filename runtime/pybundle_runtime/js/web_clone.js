// structuredClone (HTML, *StructuredSerializeInternal*), crypto with a seed, performance on the
// virtual clock, and a fetch that finds no network.
const notCloneable = (value) => new DOMException(
  `${typeof value === "symbol" ? "Symbol" : className(value) ?? "#<Object>"} could not be cloned.`,
  "DataCloneError");
const ERROR_NAMES = [
  "EvalError", "RangeError", "ReferenceError", "SyntaxError", "TypeError", "URIError",
];
const cloneValue = (value, seen) => {
  if (!isObject(value)) {
    if (typeof value === "symbol") throw notCloneable(value);
    return value;
  }
  if (seen.has(value)) return seen.get(value);
  if (typeof value === "function") throw notCloneable(value);
  if (isNamespace(value)) {
    throw new DOMException("[object Module] could not be cloned.", "DataCloneError");
  }
  const made = (copy) => {
    seen.set(value, copy);
    return copy;
  };
  const copyKeys = (copy) => {
    for (const key of Object.keys(value)) {
      defineProperty(copy, key, dataDescriptor(cloneValue(value[key], seen), true));
    }
    return copy;
  };
  if (isArray(value)) {
    const copy = made(new Array(value.length));
    return copyKeys(copy);
  }
  if (hasSlot(dateValue, value)) return made(new NativeDate(dateValue(value)));
  if (hasSlot(regExpIsReal, value)) {
    return made(new RegExp(regExpSource(value), regExpFlags(value)));
  }
  for (const probe of [numberValue, stringValue, booleanValue, bigintValue]) {
    if (hasSlot(probe, value)) return made(Object(probe(value)));
  }
  if (hasSlot(mapSize, value)) {
    const copy = made(new Map());
    const pairs = [];
    mapForEach(value, (item, key) => pairs.push([key, item]));
    for (const [key, item] of pairs) {
      mapSet(copy, cloneValue(key, seen), cloneValue(item, seen));
    }
    return copy;
  }
  if (hasSlot(setSize, value)) {
    const copy = made(new Set());
    const items = [];
    setForEach(value, (item) => items.push(item));
    for (const item of items) setAdd(copy, cloneValue(item, seen));
    return copy;
  }
  if (hasSlot(bufferLength, value)) return made(value.slice(0));
  if (typedArrayTag(value) !== undefined) {
    const Kind = globalThis[typedArrayTag(value)];
    const buffer = cloneValue(value.buffer, seen);
    return made(new Kind(buffer, value.byteOffset, typedArrayLength(value)));
  }
  if (hasSlot(viewLength, value)) {
    const buffer = cloneValue(value.buffer, seen);
    return made(new globalThis.DataView(buffer, value.byteOffset, value.byteLength));
  }
  if (isError(value)) {
    return cloneError(value, seen);
  }
  if (isRealPromiseValue(value) || hasSlot((x) => weakMapHas(x, x), value) ||
      hasSlot((x) => weakSetHas(x, x), value) || hasSlot(weakRefDeref, value)) {
    throw notCloneable(value);
  }
  return copyKeys(made({}));
};
const isRealPromiseValue = (value) => hasSlot(isRealPromise, value);
const errorConstructors = { __proto__: null, Error };
for (const name of ERROR_NAMES) errorConstructors[name] = globalThis[name];
const cloneError = (value, seen) => {
  const message = getOwnPropertyDescriptor(value, "message");
  const Kind = errorConstructors[value.name] ?? Error;
  const copy = message && "value" in message ? new Kind(toText(message.value)) : new Kind();
  seen.set(value, copy);
  define(copy, "stack", value.stack);
  if (hasOwn(value, "cause")) define(copy, "cause", cloneValue(value.cause, seen));
  return copy;
};

const webFunctions = {
  __proto__: null,
  structuredClone(value, options) {
    if (arguments.length === 0) throw new TypeError("1 argument required, but only 0 present.");
    if (options?.transfer?.length > 0) {
      throw new DOMException("Value could not be transferred.", "DataCloneError");
    }
    return cloneValue(value, new Map());
  },
  async fetch(resource) {
    throw new TypeError(`fetch failed: there is no network (${toText(resource?.url ?? resource)})`);
  },
};

class Crypto {
  getRandomValues(array) {
    const tag = globalThis.ArrayBuffer.isView(array) ? typedArrayTag(array) : undefined;
    if (tag === undefined || startsWith(tag, "Float")) {
      throw new DOMException("The data is not an integer typed array.", "TypeMismatchError");
    }
    if (array.byteLength > 65536) {
      throw new DOMException("More than 65536 bytes were asked for.", "QuotaExceededError");
    }
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    for (let i = 0; i < bytes.length; i++) bytes[i] = randomBytes() * 256;
    return array;
  }
  randomUUID() {
    const bytes = this.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  }
}

class Performance extends EventTarget {
  #entries = [];
  get timeOrigin() { return EPOCH; }
  now() { return readClock(); }
  mark(name, options = {}) {
    const entry = {
      name: toText(name), entryType: "mark", startTime: options?.startTime ?? now, duration: 0,
      detail: options?.detail ?? null,
    };
    this.#entries.push(entry);
    return entry;
  }
  measure(name, start, end) {
    const at = (mark, otherwise) => typeof mark === "string"
      ? this.#entries.findLast((entry) => entry.name === mark)?.startTime ?? otherwise
      : mark ?? otherwise;
    const options = isObject(start) ? start : { start, end };
    const from = at(options.start, 0);
    const duration = options.duration ?? at(options.end, now) - from;
    const entry = {
      name: toText(name), entryType: "measure", startTime: from, duration,
      detail: options.detail ?? null,
    };
    this.#entries.push(entry);
    return entry;
  }
  getEntries() { return [...this.#entries]; }
  getEntriesByName(name) { return this.#entries.filter((entry) => entry.name === name); }
  getEntriesByType(type) { return this.#entries.filter((entry) => entry.entryType === type); }
  clearMarks(name) { this.#clear("mark", name); }
  clearMeasures(name) { this.#clear("measure", name); }
  toJSON() { return { timeOrigin: EPOCH }; }
  #clear(type, name) {
    this.#entries = this.#entries.filter((entry) =>
      entry.entryType !== type || name !== undefined && entry.name !== name);
  }
}
