export let used = 0;
export function format(text) {
  used += 1;
  return `[${text} ${used}]`;
}
