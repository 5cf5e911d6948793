let value = 19;
const id = "m19";
export function get() {
  return `${id}=${value++}`;
}
