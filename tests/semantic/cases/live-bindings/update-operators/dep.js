export let n = 2;
export let s = "a";
export let nul = null;
export const steps = [
  () => n++,
  () => --n,
  () => (n **= 3),
  () => (n <<= 1),
  () => (s += "b"),
  () => (nul ??= "filled"),
  () => (nul ||= "not taken"),
  () => (nul &&= "taken"),
  () => ([n, s] = [s, n]),
  () => ({ n, x: s = "default" } = { n: 0 }),
  () => {
    for (n of [1, 2, 3]);
  },
];
