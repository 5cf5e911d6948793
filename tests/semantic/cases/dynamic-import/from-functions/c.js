export default "c";
export const x = "x";
