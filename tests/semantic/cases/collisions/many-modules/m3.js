let value = 3;
const id = "m3";
export function get() {
  return `${id}=${value++}`;
}
