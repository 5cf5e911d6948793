import { x } from "./dep.js";

let before, after;
const source = {
  get x() {
    console.log("get x");
    return 1;
  },
  get y() {
    console.log("get y");
    return 2;
  },
};
const run = (name, action) => {
  before = after = undefined;
  try {
    action();
  } catch (error) {
    console.log(name, error.name, before, after);
  }
};
run("array", () => ([before, x, after] = [1, 2, 3]));
run("shorthand", () => ({ y: before, x, y: after } = source));
run("property", () => ({ y: before, x: x, y: after } = source));
run("shorthand with default", () => ({ x = console.log("default") } = {}));
run("array with default", () => ([x = console.log("default")] = []));
run("nested", () => ({ x: [x] } = { x: [1] }));
run("array rest", () => ([before, ...x] = [1, 2]));
run("object rest", () => ({ x: before, ...x } = source));
console.log(x);
