// Intrinsics, captured before any program runs: what a program does to the built-ins later
// can't disturb the evaluator. All files of this folder are joined in one function scope;
// none uses an iteration protocol, a prototype method or a global name after this file.
const {
  Array, BigInt, Date, Error, Function, JSON, Map, Math, Number, Object, Promise,
  ReferenceError, Reflect, RangeError, RegExp, Set, String, Symbol, SyntaxError, TypeError, Uint8Array,
  decodeURIComponent, encodeURI,
} = globalThis;
const uncurry = Function.prototype.bind.bind(Function.prototype.call);
const { apply, deleteProperty, ownKeys, getPrototypeOf, setPrototypeOf, isExtensible } = Reflect;
const { create, defineProperty, is } = Object;
const isArray = Array.isArray;
const quote = JSON.stringify;
const parseJson = JSON.parse;
const toText = String;
const push = uncurry(Array.prototype.push);
const join = uncurry(Array.prototype.join);
const sort = uncurry(Array.prototype.sort);
const splice = uncurry(Array.prototype.splice);
const slice = uncurry(String.prototype.slice);
const split = uncurry(String.prototype.split);
const indexOf = uncurry(String.prototype.indexOf);
const lastIndexOf = uncurry(String.prototype.lastIndexOf);
const charCodeAt = uncurry(String.prototype.charCodeAt);
const startsWith = uncurry(String.prototype.startsWith);
const exec = uncurry(RegExp.prototype.exec);
const functionText = uncurry(Function.prototype.toString);
const errorText = uncurry(Error.prototype.toString);
const hasOwn = uncurry(Object.prototype.hasOwnProperty);
const mapGet = uncurry(Map.prototype.get);
const mapSet = uncurry(Map.prototype.set);
const mapHas = uncurry(Map.prototype.has);
const mapDelete = uncurry(Map.prototype.delete);
const mapForEach = uncurry(Map.prototype.forEach);
const setHas = uncurry(Set.prototype.has);
const setAdd = uncurry(Set.prototype.add);
const setDelete = uncurry(Set.prototype.delete);
const setForEach = uncurry(Set.prototype.forEach);
const promiseThen = uncurry(Promise.prototype.then);
const promiseResolve = Promise.resolve.bind(Promise);
const imul = Math.imul;
const AsyncFunctionPrototype = getPrototypeOf(async () => {});
const GeneratorFunctionPrototype = getPrototypeOf(function* () {});
const AsyncGeneratorFunctionPrototype = getPrototypeOf(async function* () {});

// A property's descriptor without a prototype: a program may have set `Object.prototype.get`.
const reflectDescriptor = Reflect.getOwnPropertyDescriptor;
const getOwnPropertyDescriptor = (object, key) => {
  const descriptor = reflectDescriptor(object, key);
  if (descriptor !== undefined) setPrototypeOf(descriptor, null);
  return descriptor;
};

// The getter of an accessor of a prototype, as a function of the object; the value of such a
// getter is an internal slot, so that it tells a real Map from an object that looks like one.
const getter = (prototype, key) => uncurry(getOwnPropertyDescriptor(prototype, key).get);

const dataDescriptor = (value, enumerable) => {
  const descriptor = create(null);
  descriptor.value = value;
  descriptor.writable = true;
  descriptor.enumerable = enumerable;
  descriptor.configurable = true;
  return descriptor;
};
const define = (object, key, value) =>
  defineProperty(object, key, dataDescriptor(value, false));
