export * from "./a.js";
export * from "./b.js";
console.log("never runs");
