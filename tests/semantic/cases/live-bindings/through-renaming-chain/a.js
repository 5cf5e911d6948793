export let a = "now";
export const set = (value) => {
  a = value;
};
