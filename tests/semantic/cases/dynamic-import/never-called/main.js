if (globalThis.neverSet) import("./lazy.js");
export const load = () => import("./lazy.js");
console.log("main");
