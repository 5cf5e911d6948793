import { x } from "./dep.js";
console.log(x);
//# sourceMappingURL=main.js.map
