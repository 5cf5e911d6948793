import { list, total, picked, def } from "./dep.js";
import value from "./dep.js";
class K {
  static [await "computed"] = 1;
}
console.log(list.join(), total, picked, def, value, K.computed);
