import { x } from "./main.js";

for (const [name, action] of Object.entries({
  "=": () => (x = 1),
  "+=": () => (x += 1),
  "++": () => x++,
  "??=": () => (x ??= 1),
  "[x]": () => ([x] = [1]),
})) {
  try {
    action();
  } catch (error) {
    console.log(name, error.name);
  }
}
