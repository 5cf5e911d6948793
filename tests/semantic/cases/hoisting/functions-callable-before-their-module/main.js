import "./early.js";

console.log("main body");
export function helper() {
  return "hoisted from main";
}
export async function asyncHelper() {}
export function* generatorHelper() {}
export default function () {
  return "anonymous default of main";
}
