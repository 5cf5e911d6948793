export let x = 0;
export const o = {};
