export let a = "a", both = 1, own = "hidden";
export const setA = (v) => {
  a = v;
};
export default 0;
