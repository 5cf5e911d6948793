let value = 5;
const id = "m5";
export function get() {
  return `${id}=${value++}`;
}
