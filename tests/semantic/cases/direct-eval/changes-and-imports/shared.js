export let shared = "shared";
export const change = (v) => {
  shared = v;
};
