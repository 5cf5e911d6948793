console.log("dep");
export const x = "x";
