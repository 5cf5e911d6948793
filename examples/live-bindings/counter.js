import { describe, total } from "./main.js"; // main.js imports us: a cycle

export let count = 0;

export function increment() {
  count += 1;
  log(`${describe(count)}, and through main.js ${total}`);
}

export function log(text) {
  console.log(text);
}

log(`counter.js starts: ${describe(count)}`);
