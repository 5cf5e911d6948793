/**
 * @license of dep
 * import "./also-missing.js";
 */
export const x = "x"; // export const x = "y";
