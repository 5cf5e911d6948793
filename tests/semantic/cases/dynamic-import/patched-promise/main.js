const { then } = Promise.prototype;
const NativePromise = Promise;
const promise = (() => {
  globalThis.Promise = class Mine {};
  return import("./lazy.js");
})();
console.log(promise instanceof NativePromise, promise.constructor === NativePromise);
then.call(promise, (ns) => {
  console.log(ns.x);
  globalThis.Promise = NativePromise;
});
