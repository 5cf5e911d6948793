export const x = "x";
export default "origin's default";
