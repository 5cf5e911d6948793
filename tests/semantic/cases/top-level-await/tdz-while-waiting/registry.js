export let probe;
export const register = (f) => {
  probe = f;
};
