console.log("a runs"); export const a = "a"; export class Base { x = 1; }
