export const x = 1, f = (v) => `called with ${v}`;
export * as inner from "./inner.js";
