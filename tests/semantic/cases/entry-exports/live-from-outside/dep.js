export let inner = "inner";
export const changeInner = () => {
  inner = "changed";
};
