export let value = 1;
export const set = (x) => {
  value = x;
};
