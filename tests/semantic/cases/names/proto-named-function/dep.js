var __proto__ = function () {};
let __defineGetter__ = () => {};
export const names = [__proto__.name, __defineGetter__.name, Object.getPrototypeOf({ __proto__ }) === Object.prototype].join();
