import { a } from "./a.js";
import { b } from "./b.js";

export const c = "c";
for (const read of [() => a, () => b, () => c]) {
  try {
    console.log("c.js", read());
  } catch (error) {
    console.log("c.js", error.name);
  }
}
