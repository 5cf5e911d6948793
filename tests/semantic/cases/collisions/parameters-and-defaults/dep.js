export const a = "dep a";
const b = "dep b", c = "dep c";
export function f(c = a, a_ = c, { b = c } = {}, [d = b] = []) {
  return [a, c, a_, b, d].join();
}
