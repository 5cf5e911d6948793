export const f = () => {
  return 1;
};
export const t = `a
bc`;
export const raw = String.raw`a
b`;
