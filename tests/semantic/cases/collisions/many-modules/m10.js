let value = 10;
const id = "m10";
export function get() {
  return `${id}=${value++}`;
}
