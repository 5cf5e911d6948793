export const sides = 4;
export function area(side) { return side * side; }
