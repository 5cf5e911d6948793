let value = 7;
const id = "m7";
export function get() {
  return `${id}=${value++}`;
}
