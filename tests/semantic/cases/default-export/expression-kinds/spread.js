export default [..."abc", ...new Set([1, 1])];
