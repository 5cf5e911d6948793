export const o = { gone: 1, method() { return { self: this }; } };
export const read = () => o;
export * as inner from "./inner.js";
