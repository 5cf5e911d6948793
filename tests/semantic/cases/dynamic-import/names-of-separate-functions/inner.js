let first = "inner's first";
export function second() { return first + " " + second.name; }
export const inner = () => first + " " + typeof state;
var state;
