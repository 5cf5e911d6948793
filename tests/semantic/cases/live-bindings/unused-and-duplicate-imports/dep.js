console.log("dep runs");
export const unused = 1;
export const used = {};
export default 0;
