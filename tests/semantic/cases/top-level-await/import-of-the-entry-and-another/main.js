import { waits } from "./waits.js";
import("./main.js").then((entry) => console.log("entry", entry.waits));
import("./lazy.js").then((lazy) => console.log("lazy", lazy.default));
export { waits };
console.log("main");
