export let x = 1;
export const set = (value) => {
  x = value;
};
