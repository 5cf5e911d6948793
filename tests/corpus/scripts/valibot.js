import * as v from "valibot";

console.log(Object.keys(v).length > 300, v.ValiError.name);
const Login = v.object({ email: v.pipe(v.string(), v.email("no email"), v.toLowerCase()), age: v.optional(v.pipe(v.number(), v.integer(), v.minValue(18)), 20), tags: v.array(v.picklist(["a", "b"])) });
console.log(v.parse(Login, { email: "A@B.co", tags: ["a"] }));
const result = v.safeParse(Login, { email: "x", age: 3.5, tags: ["c", 1] });
console.log(result.success, result.issues.map((i) => [i.type, i.message, v.getDotPath(i)]), v.flatten(result.issues));
try {
  v.parse(v.strictObject({ a: v.string() }), { a: "x", b: 1 });
} catch (error) {
  console.log(error.name, error.message, v.isValiError(error));
}
console.log(v.is(v.variant("k", [v.object({ k: v.literal("a"), n: v.number() }), v.object({ k: v.literal("b") })]), { k: "a", n: 1 }));
const Tree = v.object({ value: v.number(), children: v.array(v.lazy(() => Tree)) });
console.log(v.parse(Tree, { value: 1, children: [{ value: 2, children: [] }] }));
console.log(v.parse(v.pipe(v.string(), v.transform((s) => s.length), v.check((n) => n > 1)), "abc"), v.parse(v.fallback(v.string(), "default"), 1));
console.log(v.parse(v.pipe(v.object({ a: v.string(), b: v.string() }), v.forward(v.partialCheck([["a"], ["b"]], (i) => i.a === i.b, "differ"), ["b"])), { a: "x", b: "x" }));
console.log(v.parse(v.union([v.string(), v.bigint(), v.date()]), 5n), v.parse(v.map(v.string(), v.number()), new Map([["a", 1]])), v.parse(v.tuple([v.string(), v.nullable(v.number())]), ["a", null]));
console.log(v.safeParse(v.pipe(v.string(), v.isoDate()), "2020-01-01").success, v.getDefaults(Login), v.parse(v.pick(Login, ["email"]), { email: "q@q.qq" }));
v.parseAsync(v.pipeAsync(v.string(), v.checkAsync(async (s) => s === "ok", "not ok")), "x").catch((e) => console.log("async", e.message));
