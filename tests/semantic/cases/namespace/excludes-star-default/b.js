export default "default of b";
export const b = "b", shadowed = "b";
