const asked = async (ask) => {
  try {
    return (await ask()).x;
  } catch (error) {
    return error instanceof Error ? error.name : error;
  }
};
const none = undefined;
let importWith = "a local";

console.log(await asked(() => import("./dep.js", none)), importWith);
console.log(await asked(() => import(("./dep.js"), { ...none })));
console.log(await asked(() => import("./dep.js" /* here */, /* there */ {} /* end */)));
console.log(await asked(() => import("./dep.js", { with: none },)));
for (const options of [null, false, 23, "options", Symbol(), 23n]) {
  console.log(await asked(() => import("./dep.js", options)));
  console.log(await asked(() => import("./dep.js", { with: options })));
  console.log(await asked(() => import("./dep.js", { with: { type: options ?? {} } })));
}
console.log(await asked(() => import("./dep.js", { get with() { throw "the getter"; } })));
const entries = new Proxy({}, { ownKeys: () => { throw "the keys"; } });
console.log(await asked(() => import("./dep.js", { with: entries })));
const hidden = Object.defineProperty({}, "type", { value: 1, enumerable: false });
console.log(await asked(() => import("./dep.js", { with: hidden })));

const promise = import("./dep.js", 1);
promise.catch((error) => console.log("then", error.name));
console.log("first", Object.getPrototypeOf(promise) === Promise.prototype);
try {
  import("./dep.js", missing);
} catch (error) {
  console.log("at once", error.name);
}
