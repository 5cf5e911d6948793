import { isReady } from "./main.js";
export function early() { return "hoisted"; }
try { isReady(); } catch (error) { console.log(error.name); }
export const late = "late";
