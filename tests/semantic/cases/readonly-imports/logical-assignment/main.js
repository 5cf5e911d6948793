import { nothing, zero, one } from "./dep.js";

const effect = () => (console.log("evaluated"), "new");
for (const [name, action] of Object.entries({
  "nothing ??=": () => (nothing ??= effect()),
  "zero ??=": () => (zero ??= effect()),
  "zero ||=": () => (zero ||= effect()),
  "one ||=": () => (one ||= effect()),
  "zero &&=": () => (zero &&= effect()),
  "one &&=": () => (one &&= effect()),
})) {
  try {
    console.log(name, action());
  } catch (error) {
    console.log(name, error.name);
  }
}
