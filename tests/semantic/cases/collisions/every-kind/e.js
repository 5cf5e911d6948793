import x from "./f.js";
export const read = () => x + " imported";
