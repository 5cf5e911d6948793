import { c, tryConst, tryInner, tryOuter, C } from "./dep.js";

for (const attempt of [tryConst, tryInner, tryOuter]) {
  try {
    console.log(attempt());
  } catch (error) {
    console.log(error.name);
  }
}
console.log(c, C);
