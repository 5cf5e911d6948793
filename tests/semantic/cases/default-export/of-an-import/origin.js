export let value = "first";
export const set = (v) => {
  value = v;
};
