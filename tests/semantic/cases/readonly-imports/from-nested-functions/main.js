import { x } from "./dep.js";

const attempts = {
  method: () => ({ set() { x = 1; } }).set(),
  getter: () => ({ get p() { return (x = 1); } }).p,
  field: () => new (class { p = (x = 1); })(),
  staticBlock: () => { class S { static { x++; } } },
  parameter: () => ((p = (x = 1)) => p)(),
  template: () => `${(x = 1)}`,
  comma: () => (0, x = 1, console.log("never")),
  conditional: () => (true ? (x = 1) : 0),
};
for (const [name, attempt] of Object.entries(attempts)) {
  try {
    attempt();
  } catch (error) {
    console.log(name, error.name);
  }
}
(async () => {
  x = 1;
})().catch((error) => console.log("async", error.name));
console.log(x);
