console.log("star");
export const s = 1;
