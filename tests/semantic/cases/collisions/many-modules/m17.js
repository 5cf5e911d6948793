let value = 17;
const id = "m17";
export function get() {
  return `${id}=${value++}`;
}
