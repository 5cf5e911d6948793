export let state = "initial";
export const set = (value) => {
  state = value;
};
