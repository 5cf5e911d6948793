import * as s from "superstruct";

console.log(Object.keys(s).length, s.StructError.name);
const User = s.object({ id: s.defaulted(s.number(), () => 7), name: s.size(s.string(), 2, 5), tags: s.array(s.enums(["a", "b"])), address: s.optional(s.type({ city: s.string() })) });
console.log(s.create({ name: "abc", tags: [] }, User), s.is({ id: 1 }, User));
const [error] = s.validate({ id: "x", name: "abcdefg", tags: ["c"], extra: 1 }, User);
console.log(error.message, error.path, [...error.failures()].map((f) => [f.type, f.path, f.message]));
try {
  s.assert({ id: 1 }, User, "custom");
} catch (e) {
  console.log(e.name, e.message, e instanceof s.StructError);
}
const Positive = s.refine(s.number(), "positive", (n) => n > 0 || "not positive");
console.log(s.validate(-1, Positive)[0].message, s.create("  x ", s.trimmed(s.string())), s.create("5", s.coerce(s.number(), s.string(), Number)));
const Node = s.object({ value: s.number(), next: s.nullable(s.lazy(() => Node)) });
console.log(s.is({ value: 1, next: { value: 2, next: null } }, Node), s.mask({ id: 1, name: "ab", tags: [], more: 1 }, User));
console.log(s.is([1, "a"], s.tuple([s.number(), s.string()])), s.is(new Map([["a", 1]]), s.map(s.string(), s.number())), s.is(1n, s.union([s.bigint(), s.date()])), s.is({ a: 1 }, s.record(s.string(), s.integer())));
console.log(s.pick(User, ["id"]).type, Object.keys(s.partial(User).schema), s.is("b@c", s.pattern(s.string(), /@/)), s.is(() => 1, s.func()), s.intersection([s.type({ a: s.any() })]).type);
