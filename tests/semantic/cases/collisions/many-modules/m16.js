let value = 16;
const id = "m16";
export function get() {
  return `${id}=${value++}`;
}
