console.log("a runs"); export const x = 1;
