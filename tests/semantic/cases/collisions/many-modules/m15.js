let value = 15;
const id = "m15";
export function get() {
  return `${id}=${value++}`;
}
