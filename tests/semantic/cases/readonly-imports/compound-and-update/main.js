import { x } from "./dep.js";

for (const [name, action] of Object.entries({
  "+=": () => (x += 1),
  "-=": () => (x -= 1),
  "<<=": () => (x <<= 1),
  "post++": () => x++,
  "++pre": () => ++x,
  "post--": () => x--,
  "--pre": () => --x,
})) {
  try {
    action();
  } catch (error) {
    console.log(name, error.name);
  }
}
console.log(x.reads);
