import anonymous, { helper, asyncHelper, generatorHelper } from "./main.js";

console.log(helper(), typeof asyncHelper, typeof generatorHelper);
console.log(anonymous(), anonymous.name);
