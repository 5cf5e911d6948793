let x = 1;
export default x;
x = 2;
export { x };
export function bump() {
  x += 10;
}
