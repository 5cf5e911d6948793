import { x } from "./dep.js";
import { z } from "./other.js";
export let y = 0;
export function attempt() {
  const seen = [];
  for (const action of [() => { x = 2; }, () => { z++; }, () => { [z] = [1]; }]) {
    try {
      action();
    } catch (error) {
      seen.push(error.name);
    }
  }
  y++;
  return seen.join() + y + z;
}
