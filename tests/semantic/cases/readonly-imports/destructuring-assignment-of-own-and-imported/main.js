import { imported } from "./dep.js";

let own1 = 0, own2 = 0;
const target = {
  set p(value) {
    console.log("set p", value);
  },
};
try {
  [own1, target.p, imported, own2] = [1, 2, 3, 4];
} catch (error) {
  console.log(error.name, own1, own2, imported);
}
