import { f, names } from "./dep.js";

const object = { f, g: f, h() {}, i: () => {}, ["j" + 1]: () => {}, [Symbol("sym")]() {}, get k() { return 1; } };
console.log(Object.values(object).filter((v) => typeof v === "function").map((v) => v.name).join());
console.log(object[Object.getOwnPropertySymbols(object)[0]].name, Object.getOwnPropertyDescriptor(object, "k").get.name);
console.log(names());
const h = 1;
