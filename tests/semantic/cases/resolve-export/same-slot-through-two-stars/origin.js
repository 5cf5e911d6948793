export const x = "one slot";
console.log("origin runs once");
