console.log("loud runs");
export default "default";
export const alone = "alone";
export let count = 1;
export function increment() {
  count++;
}
export function self() {
  return this;
}
