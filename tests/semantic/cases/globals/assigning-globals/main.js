import { log } from "./dep.js";
globalThis.declaredGlobal = 1;
declaredGlobal += 1;
console.log(globalThis.declaredGlobal, log.join());
delete globalThis.declaredGlobal;
try {
  undeclaredGlobal = 1;
} catch (error) {
  console.log(error.name, "undeclaredGlobal" in globalThis);
}
