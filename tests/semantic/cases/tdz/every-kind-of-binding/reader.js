import { aLet, aConst, AClass, inPattern, aVar, aFunction } from "./main.js";
import aDefault from "./main.js";

const readers = {
  aLet: () => aLet,
  aConst: () => aConst,
  AClass: () => typeof AClass,
  inPattern: () => inPattern,
  aVar: () => aVar,
  aFunction: () => typeof aFunction,
  aDefault: () => aDefault,
};
export function readAll(when) {
  for (const [name, read] of Object.entries(readers)) {
    let result;
    try {
      result = String(read());
    } catch (error) {
      result = error.name;
    }
    console.log(when, name, result);
  }
}
readAll("before");
