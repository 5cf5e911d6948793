import { both } from "shared";

console.log("main", both);
const lazy = await import("./lazy.js");
console.log(lazy.both, lazy.whole, lazy.alone, lazy.again, lazy.later());
const stars = await import("./stars.js");
console.log(Object.keys(stars).join(), stars.alone);
