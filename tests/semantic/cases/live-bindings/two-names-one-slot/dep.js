let x = "first";
export { x as y, x as z, x };
export function set(value) {
  x = value;
}
