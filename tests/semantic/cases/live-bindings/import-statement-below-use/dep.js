console.log("dep");
export const value = "from dep";
