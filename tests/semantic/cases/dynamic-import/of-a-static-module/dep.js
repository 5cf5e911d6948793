console.log("dep runs");
export let n = 0;
export const bump = () => n++;
