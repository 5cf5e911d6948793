/*! shapes 1.0, MIT */
export { Circle } from "./circle.js";
export { default as Square } from "./square.js";
export * as units from "./units.js";
export { created } from "./count.js";
