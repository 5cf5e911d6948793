export let state = 0;
export function next() {
  state++;
}
