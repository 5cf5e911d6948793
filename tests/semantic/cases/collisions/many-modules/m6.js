let value = 6;
const id = "m6";
export function get() {
  return `${id}=${value++}`;
}
