export const b = "b", both = 2;
console.log("b");
