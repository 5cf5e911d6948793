console.log("before runs"); export const before = 1;
