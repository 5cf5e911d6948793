console.log("a");
export const a = "A";
