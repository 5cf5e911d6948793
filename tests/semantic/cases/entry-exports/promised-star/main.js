import { later } from "./later.js";
export * from "ext";
export * from "./later.js";
export const own = `own ${later}`, hidden = "main's";
console.log("main");
