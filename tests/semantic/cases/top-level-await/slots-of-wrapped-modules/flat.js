export let flat = "flat";
export const setFlat = (v) => {
  flat = v;
};
