export const a = "a", b = "b";
export let x = "module x";
