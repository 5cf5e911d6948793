export var { a, b: [c] } = { a: 1, b: ["c"] }, unset;
export let d = a;
for (var e of [1, 2]);
export { e };
d += 10;
console.log(a, c, d, e, unset);
