import { state, step, hidden } from "./shared.js";
export let first = "main's first";
export function second() { return "main's second"; }

const call = (value) => { try { return value(); } catch { return value; } };
const show = (module) => Object.entries(module).map(([key, value]) => `${key}=${typeof value === "object" ? value.state : call(value)}`).join(" ");
(async () => {
  console.log("1:", show(await import("./one.js")));
  console.log("2:", show(await import("./two.js")));
  console.log("3:", show(await import("./three.js")));
  console.log("4:", show(await import("./both.js")));
  console.log(first, second(), second.name, state, step.name, hidden());
})();
