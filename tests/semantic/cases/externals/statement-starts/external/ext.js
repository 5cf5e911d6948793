export function f(x) {
  console.log(String(x), this === undefined);
}
export const o = { method(x) { console.log(x, this === o); } };
