export let n = 0;
export var e = "module e", unset;
export function f() {
  return "f1";
}
export class K {
  static tag = "K1";
}
export let [a, { b = 1 } = {}] = ["a"];
export default function g() {
  return n;
}
try {
  throw 1;
} catch (e) {
  var e = 2;
  e++;
  console.log("inner", e);
}
n++;
await null;
({ n, x: a = "A2" } = { n: 5 });
for (n of [7, 8]);
for (var e in { key: 1 });
f = () => "f2";
K = { tag: "K2" };
[b = "B"] = [];
g = () => "g2";
n ||= 1;
n &&= 9;
n ??= 3;
n--;
n **= 2;
export const later = () => {
  n = "later";
  [e, { u: unset = () => {} } = {}] = ["later e"];
  for (a of ["later a"]);
  return n++;
};
setTimeout(() => {
  n = { valueOf: () => 41 };
  n++;
  console.log("timer", n);
});
