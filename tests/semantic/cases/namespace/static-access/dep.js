export const x = 1;
const secret = "quoted";
export { secret as "not an identifier", x as if };
export const o = { p: { q: "deep" } };
export default "default";
