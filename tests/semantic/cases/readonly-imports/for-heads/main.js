import { x } from "./dep.js";

function* values() {
  try {
    console.log("started");
    yield 1;
    console.log("never");
  } finally {
    console.log("closed");
  }
}
for (const [name, loop] of Object.entries({
  of: () => { for (x of values()) console.log("body"); },
  ofPattern: () => { for ([x] of [[1]]) console.log("body"); },
  ofShorthand: () => { for ({ x } of [{ x: 1 }]) console.log("body"); },
  in: () => { for (x in { key: 1 }) console.log("body"); },
  emptyOf: () => { for (x of []) console.log("body"); },
  emptyIn: () => { for (x in {}) console.log("body"); },
})) {
  try {
    loop();
    console.log(name, "no error");
  } catch (error) {
    console.log(name, error.name);
  }
}
