import { x } from "./dep.js";

const effect = (value) => (console.log("effect", value), value);
const fail = () => {
  throw new RangeError("right side");
};
for (const action of [() => (x = effect(1)), () => (x = fail()), () => (x += effect(2)), () => (x **= fail())]) {
  try {
    action();
  } catch (error) {
    console.log(error.name);
  }
}
console.log(x);
