export let a = 1;
export let b = "two";
export const list = [3];
export function change() {
  a = 100;
}
