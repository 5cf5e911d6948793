let value = 0;
const id = "m0";
export function get() {
  return `${id}=${value++}`;
}
