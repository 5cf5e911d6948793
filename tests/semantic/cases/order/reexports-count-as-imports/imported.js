console.log("imported");
export const y = "y";
