console.log("b");
export const b = "B";
