import { isEven } from "./even.js";

console.log("3 is odd, said before even.js has run:", isOdd(3));

export function isOdd(n) {
  return n !== 0 && isEven(n - 1);
}
