import { match, P, isMatching, NonExhaustiveError, Pattern } from "ts-pattern";

const area = (shape) =>
  match(shape)
    .with({ kind: "circle", r: P.number.positive() }, ({ r }) => ["circle", r])
    .with({ kind: "square", size: P.select("s", P.number) }, ({ s }) => ["square", s])
    .with({ kind: P.union("a", "b"), items: P.array({ id: P.select() }) }, (ids) => ["items", ids])
    .with([P.string, ...P.array(P.number)], ([head, ...rest]) => [head, rest.length])
    .with(P.map("k", P.any), (m) => ["map", m.size])
    .with(P.when((x) => x instanceof Date), () => "date")
    .with({ tag: P.not(P.nullish), opt: P.optional(P.string) }, () => "tagged")
    .with(P.string.startsWith("x").and(P.string.minLength(3)), (s) => s.toUpperCase())
    .exhaustive();
for (const value of [{ kind: "circle", r: 2 }, { kind: "square", size: 3 }, { kind: "b", items: [{ id: 1 }, { id: 2 }] }, ["n", 1, 2], new Map([["k", 1]]), new Date(0), { tag: 0 }, "xyz", Symbol.iterator, { kind: "circle", r: -1 }]) {
  try {
    console.log(area(value));
  } catch (error) {
    console.log(error.name, error.message.split("\n")[0], error instanceof NonExhaustiveError);
  }
}
console.log(isMatching({ a: P.number })({ a: 1 }), match(5).with(P.number.between(1, 9), (n) => n).otherwise(() => 0), Pattern === P, match(1).returnType().with(2, () => 2).run === undefined);
