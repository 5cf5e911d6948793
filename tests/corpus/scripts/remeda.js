import * as R from "remeda";
import { pipe, map, filter, groupBy, sortBy, take, purry } from "remeda";

console.log(Object.keys(R).length, typeof purry);
let looked = 0;
console.log(pipe([1, 2, 3, 4, 5], map((x) => (looked++, x * 2)), filter((x) => x > 2), take(2)), looked);
console.log(groupBy([{ t: "a", n: 1 }, { t: "b", n: 2 }, { t: "a", n: 3 }], R.prop("t")), sortBy([{ a: 2 }, { a: 1 }], [(x) => x.a, "desc"]));
console.log(R.chunk([1, 2, 3], 2), R.mergeDeep({ a: { b: 1 } }, { a: { c: 2 } }), R.omit({ a: 1, b: 2 }, ["a"]), R.uniqueBy([1, 2, 3], (x) => x % 2), R.toCamelCase("foo bar-baz"));
console.log(R.isDeepEqual({ a: [new Date(0)] }, { a: [new Date(0)] }), R.sumBy([{ n: 1 }, { n: 2 }], (x) => x.n), R.pathOr?.({ a: 1 }, ["a"], 0), R.partition([1, 2, 3], (x) => x > 1), R.conditional(3, [R.isNumber, (n) => n + 1]));
console.log(R.mapValues({ a: 1 }, (v, k) => k + v), R.zip([1, 2], ["a", "b"]), R.range(1, 4), R.clamp(10, { max: 5 }), R.invert({ a: "b" }), R.setPath({ a: { b: 1 } }, ["a", "b"], 2), R.firstBy([3, 1, 2], R.identity()));
const f = R.funnel(() => console.log("funnel ran"), { minQuietPeriodMs: 10, triggerAt: "end" });
f.call();
f.call();
console.log(f.isIdle, R.once(() => 1)(), R.times(3, (i) => i), R.splitWhen?.([1, 2, 3], (x) => x === 2));
