console.log("after runs"); export const after = 1;
