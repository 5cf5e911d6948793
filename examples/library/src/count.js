export let created = 0;

export function count() {
  created += 1;
}
