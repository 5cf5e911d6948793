export default "default";
export let live = 1;
export const hidden = "ext's";
export const bump = () => live++;
