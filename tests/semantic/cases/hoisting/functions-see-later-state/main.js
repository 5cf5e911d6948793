import { ask } from "./dep.js";

var answer = 42;
export function tell() {
  return answer;
}
console.log(ask());
