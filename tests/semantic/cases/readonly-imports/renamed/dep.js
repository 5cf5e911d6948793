export let x = "dep x";
export const read = () => x;
