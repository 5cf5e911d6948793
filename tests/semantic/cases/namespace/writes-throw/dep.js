export let x = 1;
export let u;
export const read = () => x;
