const __proto__ = "export named __proto__";
export { __proto__ };
export const constructor = "constructor", hasOwnProperty = 1, toString = 2, valueOf = 3, prototype = 4;
