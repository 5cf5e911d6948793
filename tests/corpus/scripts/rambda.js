import * as R from "rambda";
import { pipe, map, filter, groupBy } from "rambda";

console.log(Object.keys(R).sort().join(" "));
console.log(pipe([1, 2, 3, 4], filter((x) => x > 1), map((x) => x * 10)), groupBy((x) => (x.length > 1 ? "long" : "short"))(["a", "bb"]));
console.log(R.equals({ a: [1, /x/] })({ a: [1, /x/] }), R.type(null), R.pick(["a"])({ a: 1, b: 2 }), R.sortBy((x) => -x)([1, 3, 2]));
console.log(R.path?.(["a", "b"])({ a: { b: 1 } }), R.splitEvery(2)([1, 2, 3]), R.uniq([1, 1, [2], [2]]), R.zip(["a", "b"])([1, 2]), R.mergeTypes?.({ a: 1 }));
R.pipeAsync?.(2, async (x) => x + 1, (x) => x * 2).then((x) => console.log("async", x));
