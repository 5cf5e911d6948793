export let x = 1;
export const read = () => x;
