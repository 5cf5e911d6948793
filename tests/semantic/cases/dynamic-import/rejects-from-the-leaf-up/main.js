import { asked, fail } from "./control.js";

const log = [];
const leaf = import("./leaf.js").catch((error) => log.push(`leaf ${error}`));
const root = asked.then(() => import("./root.js")).catch((error) => log.push(`root ${error}`));
await asked;
await import("./other.js");
await import("./other.js");
fail("refused");
await Promise.all([leaf, root]);
console.log(log.join(", "));
