let value = 9;
const id = "m9";
export function get() {
  return `${id}=${value++}`;
}
