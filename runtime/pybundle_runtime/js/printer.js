// The structural printer: any value as text that is the same wherever the same value is
// printed. Getters aren't called, no text of a program's function is shown, nothing that the
// value does (a proxy's traps that throw) can make it throw.
const MAX_DEPTH = 40;
const MAX_NODES = 5000;
let longestString = 10000;
const MAX_ITEMS = 1000;
const MAX_HASHED = 1000000;

const ObjectPrototype = globalThis.Object.prototype;
const TypedArrayPrototype = getPrototypeOf(Uint8Array.prototype);
const typedArrayTag = getter(TypedArrayPrototype, Symbol.toStringTag);
const typedArrayLength = getter(TypedArrayPrototype, "length");
const bufferLength = getter(globalThis.ArrayBuffer.prototype, "byteLength");
const viewLength = getter(globalThis.DataView.prototype, "byteLength");
const mapSize = getter(Map.prototype, "size");
const setSize = getter(Set.prototype, "size");
const regExpSource = getter(RegExp.prototype, "source");
const regExpFlags = getter(RegExp.prototype, "flags");
const symbolDescription = getter(Symbol.prototype, "description");
const dateValue = uncurry(Date.prototype.getTime);
const dateText = uncurry(Date.prototype.toISOString);
const numberValue = uncurry(Number.prototype.valueOf);
const stringValue = uncurry(String.prototype.valueOf);
const booleanValue = uncurry(globalThis.Boolean.prototype.valueOf);
const bigintValue = uncurry(BigInt.prototype.valueOf);
const symbolValue = uncurry(Symbol.prototype.valueOf);
const weakMapHas = uncurry(globalThis.WeakMap.prototype.has);
const weakSetHas = uncurry(globalThis.WeakSet.prototype.has);
const weakRefDeref = uncurry(globalThis.WeakRef.prototype.deref);
const toStringTag = Symbol.toStringTag;
const isObject = (value) =>
  (typeof value === "object" && value !== null) || typeof value === "function";

// FNV-1a over code units, to compare what is too long to be shown; of a very long text, its
// beginning and its end.
const hash = (text) => {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    if (i === MAX_HASHED && text.length > 2 * MAX_HASHED) i = text.length - MAX_HASHED;
    h = imul(h ^ charCodeAt(text, i), 0x01000193);
  }
  return h >>> 0;
};
const hashNumber = (value) => hash(toText(value));
const printString = (text) => text.length <= longestString
  ? quote(text)
  : `${quote(slice(text, 0, 200))}…(${text.length} code units, ${hash(text)})`;
const printSymbol = (symbol) => {
  const description = symbolDescription(symbol);
  return description === undefined ? "Symbol()" : `Symbol(${printString(description)})`;
};
const printPrimitive = (value) => {
  switch (typeof value) {
    case "string": return printString(value);
    case "symbol": return printSymbol(value);
    case "bigint": return `${toText(value)}n`;
    case "number": return is(value, -0) ? "-0" : toText(value);
    default: return toText(value);
  }
};
const isIdentifier = (key) => exec(/^[A-Za-z_$][\w$]*$/, key) !== null;
const printKey = (key) => typeof key === "symbol"
  ? `[${printSymbol(key)}]`
  : isIdentifier(key) ? key : printString(key);

// True if `probe` finds the internal slot that it reads in `value`.
const hasSlot = (probe, value) => {
  try {
    probe(value);
    return true;
  } catch {
    return false;
  }
};
const descriptorOf = (object, key) => {
  try {
    return getOwnPropertyDescriptor(object, key);
  } catch {
    return null;
  }
};
const prototypeOf = (object) => {
  try {
    return getPrototypeOf(object);
  } catch {
    return undefined;
  }
};
const keysOf = (object) => {
  try {
    return ownKeys(object);
  } catch {
    return null;
  }
};

// A data property found on the object or its prototypes; getters aren't called.
const dataProperty = (object, key) => {
  for (let at = object, i = 0; isObject(at) && i < 1000; at = prototypeOf(at), i++) {
    const descriptor = descriptorOf(at, key);
    if (descriptor === null) return undefined;
    if (descriptor !== undefined) return descriptor.value;
  }
  return undefined;
};
const functionName = (callable) => {
  const descriptor = descriptorOf(callable, "name");
  return descriptor && typeof descriptor.value === "string" ? descriptor.value : "";
};
const className = (object) => {
  const prototype = prototypeOf(object);
  if (prototype === null) return null;
  if (prototype === undefined) return "?";
  const constructor = dataProperty(prototype, "constructor");
  return (typeof constructor === "function" && functionName(constructor)) || "?";
};

// *Module Namespace Exotic Objects*, or an exact emulation: told by what both answer alike.
const isNamespace = (object) => {
  if (prototypeOf(object) !== null) return false;
  const tag = descriptorOf(object, toStringTag);
  if (!tag || tag.value !== "Module" || tag.writable || tag.enumerable || tag.configurable) {
    return false;
  }
  try {
    return !isExtensible(object);
  } catch {
    return false;
  }
};

const functionKind = (callable) => {
  switch (prototypeOf(callable)) {
    case AsyncFunctionPrototype: return "async function";
    case GeneratorFunctionPrototype: return "function*";
    case AsyncGeneratorFunctionPrototype: return "async function*";
  }
  let text = "";
  try {
    text = functionText(callable);
  } catch {
    return "function";
  }
  if (exec(/^class\b/, text) !== null) return "class";
  return descriptorOf(callable, "prototype") ? "function" : "method";
};
const STANDARD_FUNCTION_KEYS = ["length", "name", "prototype", "arguments", "caller"];
const includes = (list, item) => {
  for (let i = 0; i < list.length; i++) if (list[i] === item) return true;
  return false;
};

// Built-in objects, which are printed by name alone.
const intrinsics = new Map();
const nameIntrinsics = () => {
  mapSet(intrinsics, globalThis, "[globalThis]");
  const keys = ownKeys(globalThis);
  for (let i = 0; i < keys.length; i++) {
    const value = getOwnPropertyDescriptor(globalThis, keys[i]).value;
    if (!isObject(value) || typeof keys[i] !== "string" || mapHas(intrinsics, value)) continue;
    mapSet(intrinsics, value, `[${keys[i]}]`);
    const prototype = typeof value === "function" ? descriptorOf(value, "prototype")?.value : null;
    if (isObject(prototype)) mapSet(intrinsics, prototype, `[${keys[i]}.prototype]`);
  }
};

class Printer {
  #seen = new Map();
  #nodes = 0;

  // `path` says where in the printed value this is: what is met again is named by it.
  print(value, path, depth) {
    if (!isObject(value)) return printPrimitive(value);
    const builtIn = mapGet(intrinsics, value);
    if (builtIn !== undefined) return builtIn;
    const before = mapGet(this.#seen, value);
    if (before !== undefined) return `[Same ${before}]`;
    if (depth > MAX_DEPTH || ++this.#nodes > MAX_NODES) return "[…]";
    mapSet(this.#seen, value, path);
    if (typeof value === "function") return this.#function(value, path, depth);
    if (isNamespace(value)) return this.#namespace(value, path, depth);
    return this.#object(value, path, depth);
  }

  #function(value, path, depth) {
    const kind = functionKind(value);
    const name = functionName(value);
    const length = descriptorOf(value, "length");
    let head = `[${kind} ${name === "" ? "(anonymous)" : printKey(name)}`;
    head += length && typeof length.value === "number" ? `/${length.value}` : "";
    if (kind === "class") {
      const base = prototypeOf(value);
      if (typeof base === "function" && functionName(base) !== "") {
        head += ` extends ${functionName(base)}`;
      }
    }
    const body = this.#properties(value, path, depth, (key) =>
      includes(STANDARD_FUNCTION_KEYS, key) && key !== "name" ||
      key === "name" && descriptorOf(value, key)?.enumerable === false &&
      typeof descriptorOf(value, key).value === "string");
    return `${head}]${body === "" ? "" : ` {${body}}`}`;
  }

  #namespace(value, path, depth) {
    const parts = [];
    const keys = keysOf(value) ?? [];
    for (let i = 0; i < keys.length; i++) {
      if (keys[i] === toStringTag) continue;
      push(parts, `${printKey(keys[i])}: ${this.slot(() => value[keys[i]], path, depth, keys[i])}`);
    }
    return `[Module] {${join(parts, ", ")}}`;
  }

  // What an accessor of a binding gives, or `<TDZ>`.
  slot(read, path, depth, key) {
    let value;
    try {
      value = read();
    } catch (error) {
      return dataProperty(error, "name") === "ReferenceError"
        ? "<TDZ>"
        : `<throws ${this.print(error, `${path}.${printKey(key)}`, depth + 1)}>`;
    }
    return this.print(value, `${path}.${printKey(key)}`, depth + 1);
  }

  #object(value, path, depth) {
    const name = className(value);
    const shown = name === null ? "[Object: null prototype]" : name;
    const special = this.#special(value, path, depth, shown);
    if (special !== undefined) return special;
    const tag = dataProperty(value, toStringTag);
    const suffix = typeof tag === "string" && tag !== name ? ` [${tag}]` : "";
    const body = this.#properties(value, path, depth, () => false);
    return shown === "Object" && suffix === "" ? `{${body}}` : `${shown}${suffix} {${body}}`;
  }

  // Objects with internal slots, arrays and errors; undefined for any other.
  #special(value, path, depth, name) {
    let array = false;
    try {
      array = isArray(value);
    } catch {
      return "[revoked proxy]";
    }
    if (array) return this.#array(value, path, depth, name);
    const rest = (skip) => {
      const body = this.#properties(value, path, depth, (key) => includes(skip, key));
      return body === "" ? "" : ` {${body}}`;
    };
    // Most objects have no such slot, and each probe that fails costs an exception.
    if (!host.hasInternalSlot(value)) {
      const prototype = prototypeOf(value);
      if (prototype === ObjectPrototype || prototype === null) return undefined;
      return hasSlot(weakRefDeref, value) ? `${name} (weak)${rest([])}` : undefined;
    }
    if (hasSlot(mapSize, value)) return this.#map(value, path, depth, name);
    if (hasSlot(setSize, value)) return this.#set(value, path, depth, name);
    if (typedArrayTag(value) !== undefined) return this.#typedArray(value, path, depth);
    if (isError(value)) return this.#error(value, name, rest(["stack", "message"]));
    if (hasSlot(dateValue, value)) {
      const time = dateValue(value);
      return `${name} ${time === time ? dateText(value) : "(invalid)"}${rest([])}`;
    }
    if (hasSlot(regExpIsReal, value)) {
      const last = descriptorOf(value, "lastIndex")?.value;
      return `${name} /${regExpSource(value)}/${regExpFlags(value)}` +
        `${last === 0 ? "" : ` lastIndex ${printPrimitive(last)}`}${rest(["lastIndex"])}`;
    }
    if (hasSlot(isRealPromise, value)) return `${name} (promise)${rest([])}`;
    if (hasSlot(bufferLength, value)) return `${name} (${bufferLength(value)} bytes)${rest([])}`;
    if (hasSlot(viewLength, value)) return `${name} (${viewLength(value)} bytes)${rest([])}`;
    return this.#boxed(value, name, rest) ?? this.#weak(value, name, rest);
  }

  #boxed(value, name, rest) {
    const probes = [numberValue, stringValue, booleanValue, bigintValue, symbolValue];
    for (let i = 0; i < probes.length; i++) {
      if (!hasSlot(probes[i], value)) continue;
      const primitive = probes[i](value);
      const skip = ["length"];
      if (typeof primitive === "string") {
        for (let j = 0; j < primitive.length; j++) push(skip, toText(j));
      }
      return `[${name}: ${printPrimitive(primitive)}]${rest(skip)}`;
    }
    return undefined;
  }

  #weak(value, name, rest) {
    if (hasSlot((x) => weakMapHas(x, x), value) || hasSlot((x) => weakSetHas(x, x), value)) {
      return `${name} (weak)${rest([])}`;
    }
    return undefined;
  }

  #array(value, path, depth, name) {
    const length = descriptorOf(value, "length")?.value;
    if (typeof length !== "number") return "[unreadable array]";
    const parts = [];
    const print = (key) => this.#property(value, key, path, depth);
    if (length > MAX_ITEMS) {
      for (let i = 0; i < MAX_ITEMS; i++) push(parts, print(toText(i)));
      push(parts, `…${length - MAX_ITEMS} more`);
    } else this.#items(value, length, print, parts);
    const text = `[${join(parts, ", ")}]`;
    return name === "Array" ? text : `${name}(${length}) ${text}`;
  }

  #items(value, length, print, parts) {
    const keys = keysOf(value) ?? [];
    let next = 0;
    for (let i = 0; i < keys.length && parts.length <= MAX_NODES; i++) {
      const key = keys[i];
      const index = typeof key === "string" ? +key : NaN;
      if (index >= 0 && index < length && toText(index) === key) {
        if (index > next) push(parts, `<${index - next} empty>`);
        push(parts, print(key));
        next = index + 1;
      } else {
        if (next < length) push(parts, `<${length - next} empty>`);
        next = length;
        if (key !== "length") push(parts, `${this.#keyOf(value, key)}: ${print(key)}`);
      }
    }
  }

  #map(value, path, depth, name) {
    const parts = [];
    mapForEach(value, (item, key) => {
      if (parts.length > MAX_NODES) return;
      const at = `${path}<${parts.length}>`;
      const printed = this.print(key, `${at}.key`, depth + 1);
      push(parts, `${printed} => ${this.print(item, at, depth + 1)}`);
    });
    const body = this.#properties(value, path, depth, () => false);
    return `${name}(${mapSize(value)}) {${join(parts, ", ")}}${body === "" ? "" : ` {${body}}`}`;
  }

  #set(value, path, depth, name) {
    const parts = [];
    setForEach(value, (item) => {
      if (parts.length > MAX_NODES) return;
      push(parts, this.print(item, `${path}<${parts.length}>`, depth + 1));
    });
    const body = this.#properties(value, path, depth, () => false);
    return `${name}(${setSize(value)}) {${join(parts, ", ")}}${body === "" ? "" : ` {${body}}`}`;
  }

  #typedArray(value, path, depth) {
    const length = typedArrayLength(value);
    const parts = [];
    for (let i = 0; i < length && i < MAX_ITEMS; i++) push(parts, printPrimitive(value[i]));
    if (length > MAX_ITEMS) {
      let h = 0;
      for (let i = 0; i < length && i < MAX_HASHED; i++) h = (imul(h, 31) + hashNumber(value[i])) | 0;
      return `${className(value)}(${length}) [${join(parts, ", ")}, …(${h})]`;
    }
    const body = this.#properties(value, path, depth, (key) =>
      typeof key === "string" && toText(+key) === key);
    return `${className(value)}(${length}) [${join(parts, ", ")}]${body === "" ? "" : ` {${body}}`}`;
  }

  #error(value, name, rest) {
    const own = dataProperty(value, "name");
    const message = dataProperty(value, "message");
    const called = typeof own === "string" && own !== name ? `${name} (${own})` : name;
    const text = message === undefined ? "[Getter]"
      : typeof message === "string" ? printString(message) : printPrimitive(toTag(message));
    return `[${called}: ${text}]${rest}`;
  }

  #keyOf(value, key) {
    const descriptor = descriptorOf(value, key);
    return descriptor && !descriptor.enumerable ? `[${printKey(key)}]` : printKey(key);
  }

  #property(value, key, path, depth) {
    const descriptor = descriptorOf(value, key);
    if (descriptor === null) return "<throws>";
    if (descriptor === undefined) return "<absent>";
    if (descriptor.get || descriptor.set) {
      return descriptor.get ? (descriptor.set ? "[Getter/Setter]" : "[Getter]") : "[Setter]";
    }
    return this.print(descriptor.value, `${path}.${printKey(key)}`, depth + 1);
  }

  #properties(value, path, depth, skip) {
    const keys = keysOf(value);
    if (keys === null) return "<throws>";
    const parts = [];
    for (let i = 0; i < keys.length; i++) {
      if (skip(keys[i])) continue;
      if (parts.length > MAX_NODES) {
        push(parts, "…");
        break;
      }
      push(parts, `${this.#keyOf(value, keys[i])}: ${this.#property(value, keys[i], path, depth)}`);
    }
    return join(parts, ", ");
  }
}

const toTag = (value) => isObject(value) ? `(${typeof value})` : value;
const regExpExec = getOwnPropertyDescriptor(RegExp.prototype, "hasIndices").get;
const regExpIsReal = (value) => {
  if (value === RegExp.prototype) throw new TypeError();
  return apply(regExpExec, value, []);
};
const isRealPromise = host.isPromise
  ? (value) => { if (!host.isPromise(value)) throw new TypeError(); }
  : () => { throw new TypeError(); };
const isError = (value) => host.isNativeError(value);

const print = (value) => new Printer().print(value, "$", 0);
const printAll = (values) => {
  const printer = new Printer();
  const printed = [];
  for (let i = 0; i < values.length; i++) push(printed, printer.print(values[i], `$${i}`, 0));
  return printed;
};
