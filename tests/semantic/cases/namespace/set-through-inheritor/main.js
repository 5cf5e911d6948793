import * as ns from "./dep.js";

const child = Object.create(ns);
for (const key of ["x", "new"]) {
  try {
    child[key] = 2;
    console.log("set", key);
  } catch (error) {
    console.log(key, error.name);
  }
}
console.log(Reflect.set(ns, "x", 1, child), Reflect.set(child, "x", 1, {}), Object.keys(child).length);
