let value = 14;
const id = "m14";
export function get() {
  return `${id}=${value++}`;
}
