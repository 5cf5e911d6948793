let value = 8;
const id = "m8";
export function get() {
  return `${id}=${value++}`;
}
