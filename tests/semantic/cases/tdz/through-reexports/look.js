import { renamed } from "./chain.js";

export function look() {
  return renamed;
}
try {
  look();
} catch (error) {
  console.log("too early:", error.name);
}
