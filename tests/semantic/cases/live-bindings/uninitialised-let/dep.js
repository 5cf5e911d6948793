export let x;
export const fill = () => void (x = "filled");
