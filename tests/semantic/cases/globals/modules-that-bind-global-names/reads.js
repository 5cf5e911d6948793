export const read = () => [
  typeof Map, Array.isArray([]), JSON.stringify({}), Math.max(1, 2), parseInt("7px"), new Set([1, 1]).size,
  typeof Symbol("x"), isNaN(NaN),
];
