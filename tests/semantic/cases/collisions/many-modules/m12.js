let value = 12;
const id = "m12";
export function get() {
  return `${id}=${value++}`;
}
