console.log("ran before");
export const x = "x";
