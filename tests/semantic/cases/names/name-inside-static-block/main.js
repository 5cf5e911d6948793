import { log, K } from "./dep.js";
import Default from "./default.js";

const L = class {
  static seen = this.name;
};
console.log(L.seen, log.join(), K.name, Default.seen);
