export const far = "far";
export const hidden = "not seen";
export let count = 0;
export function grow() {
  count += 1;
}
export default "not passed on";
