export default "default of a";
export const a = "a", shadowed = "a";
