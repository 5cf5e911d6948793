import * as R from "ramda";
import { pipe, map, curry, __, lensPath, over, view, set, compose, evolve } from "ramda";

console.log(Object.keys(R).length);
console.log(pipe(map(R.inc), R.filter(R.lt(2)), R.sum)([1, 2, 3]), curry((a, b, c) => a - b - c)(__, 1)(10, 2));
const lens = lensPath(["a", 0, "b"]);
console.log(view(lens, { a: [{ b: 5 }] }), set(lens, 9, { a: [{ b: 5 }] }), over(lens, R.negate, { a: [{ b: 5 }] }));
console.log(evolve({ a: R.add(1), b: { c: R.toUpper } }, { a: 1, b: { c: "x" }, d: 0 }), compose(R.reverse, R.take(2))("abc"));
console.log(R.groupBy(R.prop("k"), [{ k: "a", v: 1 }, { k: "b", v: 2 }, { k: "a", v: 3 }]), R.zipWith(R.multiply, [1, 2], [3, 4]));
console.log(R.transduce(R.compose(R.filter((x) => x % 2), R.map((x) => x * x)), R.flip(R.append), [], [1, 2, 3, 4, 5]));
console.log(R.cond([[R.equals(0), R.always("zero")], [R.T, (n) => "n" + n]])(3), R.converge(R.divide, [R.sum, R.length])([1, 2, 3]));
console.log(R.equals({ a: [1, new Map([[1, 2]])] }, { a: [1, new Map([[1, 2]])] }), R.toString({ a: [1, "x", new Date(0)] }), R.type(/x/));
console.log(R.path(["a", -1], { a: [1, 2] }), R.pickBy((v) => v > 1, { a: 1, b: 2 }), R.mergeDeepWith(R.concat, { a: { b: [1] } }, { a: { b: [2] } }));
console.log(R.memoizeWith(String, (x) => x + 1)(1), R.tryCatch(() => { throw 1; }, R.always("caught"))(), R.unfold((n) => n > 20 ? false : [n, n * 2], 1));
console.log(R.traverse(Array.of, (x) => [x, -x], [1, 2]), R.sequence(Array.of, [[1, 2], [3]]), R.aperture(2, [1, 2, 3]), R.xprod([1, 2], ["a"]));
console.log(R.curryN(3, (...xs) => xs)(1)(2, 3), R.curry((a, b) => 0).length, R.nAry(2, (...a) => a.length)(1, 2, 3), R.juxt([Math.min, Math.max])(3, 1));
R.andThen((x) => console.log("then", x), Promise.resolve(1));
try {
  R.pipe();
} catch (error) {
  console.log(error.name, error.message);
}
