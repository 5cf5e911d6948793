import { z } from "zod";
import * as whole from "zod";
import * as mini from "zod/mini";

console.log(Object.keys(whole).length > 100, Object.keys(whole.z).length === Object.keys(z).length, z.ZodError.name);
const User = z.object({
  name: z.string().min(2).max(10),
  age: z.number().int().positive().optional(),
  email: z.string().email(),
  tags: z.array(z.enum(["a", "b"])).default(["a"]),
  role: z.union([z.literal("admin"), z.literal("user")]),
  born: z.coerce.date().optional(),
});
console.log(User.parse({ name: "Fred", email: "a@b.co", role: "admin", born: 0 }));
const bad = User.safeParse({ name: "F", age: -1.5, email: "x", tags: ["c"], role: "root" });
console.log(bad.success, bad.error.issues, z.prettifyError(bad.error));
console.log(z.treeifyError(bad.error), z.flattenError(bad.error));
try {
  z.string().parse(1);
} catch (error) {
  console.log(error.name, error.message, error instanceof z.ZodError);
}
const Shape = z.discriminatedUnion("kind", [z.object({ kind: z.literal("c"), r: z.number() }), z.object({ kind: z.literal("s"), w: z.number() })]);
console.log(Shape.parse({ kind: "c", r: 1 }), Shape.safeParse({ kind: "x" }).error.issues.map((i) => i.code));
const Tree = z.object({ value: z.number(), get children() { return z.array(Tree); } });
console.log(Tree.parse({ value: 1, children: [{ value: 2, children: [] }] }));
console.log(z.string().transform((s) => s.length).pipe(z.number().max(3)).safeParse("abcd").error.issues[0].message);
console.log(z.preprocess((x) => Number(x), z.number()).parse("5"), z.record(z.string(), z.number()).parse({ a: 1 }), z.map(z.string(), z.number()).parse(new Map([["a", 1]])));
console.log(z.tuple([z.string(), z.number()]).rest(z.boolean()).parse(["a", 1, true]), z.string().brand().parse("x"), z.nullable(z.string()).parse(null));
console.log(User.pick({ name: true }).extend({ x: z.bigint() }).partial().parse({ x: 1n }), User.shape.name.minLength, User.keyof().options);
console.log(z.string().refine((s) => s.startsWith("a"), { error: "must start with a" }).safeParse("b").error.issues[0].message);
console.log(z.iso.date().safeParse("2020-01-01").success, z.uuid().safeParse("x").success, z.ipv4().safeParse("127.0.0.1").success);
console.log(JSON.stringify(z.toJSONSchema(User, { io: "input", unrepresentable: "any" })));
console.log(mini.parse(mini.string().check(mini.minLength(2)), "abc"), mini.safeParse(mini.number(), "x").success);
z.config(z.locales.de());
console.log(z.number().safeParse("x").error.issues[0].message);
z.string().refine(async (s) => s === "yes").parseAsync("no").catch((error) => console.log("async", error.issues[0].code));
z.promise(z.number()).parseAsync(Promise.resolve(3)).then((n) => console.log("promised", n));
