console.log("named");
export const x = 1;
