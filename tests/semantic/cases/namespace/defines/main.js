import * as ns from "./dep.js";

const attempts = {
  same: ["x", { value: 1 }],
  sameInFull: ["x", { value: 1, writable: true, enumerable: true, configurable: false }],
  empty: ["x", {}],
  otherValue: ["x", { value: 2 }],
  readOnly: ["x", { value: 1, writable: false }],
  hidden: ["x", { enumerable: false }],
  configurable: ["x", { configurable: true }],
  accessor: ["x", { get: () => 1 }],
  added: ["y", { value: 1 }],
  tag: [Symbol.toStringTag, { value: "Module" }],
  otherTag: [Symbol.toStringTag, { value: "Other" }],
};
for (const [name, [key, descriptor]] of Object.entries(attempts)) {
  let thrown = "no error";
  try {
    Object.defineProperty(ns, key, descriptor);
  } catch (error) {
    thrown = error.name;
  }
  console.log(name, Reflect.defineProperty(ns, key, descriptor), thrown);
}
