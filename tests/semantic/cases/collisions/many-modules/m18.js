let value = 18;
const id = "m18";
export function get() {
  return `${id}=${value++}`;
}
