import { i, item, key, log } from "./dep.js";

export function check() {
  log("observed", i, item, key);
}
