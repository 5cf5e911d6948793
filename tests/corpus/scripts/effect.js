import "./stubs/host.js";
import * as effect from "effect";
import { Effect, pipe, Option, Chunk, Context, Layer, Data, Schema, Stream, Ref, Schedule, Cause, Exit, Match, HashMap, Duration, Order, Array as Arr, Deferred, Fiber, Queue } from "effect";

console.log(Object.keys(effect).length);
console.log(pipe(Option.some(2), Option.map((n) => n * 2), Option.getOrElse(() => 0)), Arr.dedupe([1, 1, 2]), Duration.toMillis("2 seconds"));
class NotFound extends Data.TaggedError("NotFound") {}
const program = Effect.gen(function* () {
  const ref = yield* Ref.make(1);
  yield* Ref.update(ref, (n) => n + 41);
  const value = yield* Ref.get(ref);
  const all = yield* Effect.all([Effect.succeed(1), Effect.promise(async () => "p"), Effect.sync(() => value)], { concurrency: 2 });
  const failed = yield* Effect.fail(new NotFound({ id: 7 })).pipe(Effect.catchTag("NotFound", (e) => Effect.succeed("caught " + e.id)));
  return [value, all, failed];
});
Effect.runPromise(program).then((v) => console.log("program", JSON.stringify(v)));
console.log(Effect.runSync(Effect.succeed(1).pipe(Effect.map((n) => n + 1))), NotFound.name, new NotFound({ id: 1 })._tag);
const exit = Effect.runSyncExit(Effect.die(new RangeError("dead")));
console.log(Exit.isFailure(exit), Cause.squash(exit.cause).message);
Effect.runPromise(Stream.runCollect(Stream.range(1, 5).pipe(Stream.filter((n) => n % 2 === 1), Stream.map((n) => n * n)))).then((c) => console.log("stream", JSON.stringify(c)));
let tries = 0;
Effect.runPromise(Effect.suspend(() => (++tries < 3 ? Effect.fail("again") : Effect.succeed(tries))).pipe(Effect.retry(Schedule.recurs(5)))).then((n) => console.log("retried", n));
const Person = Schema.Struct({ name: Schema.String, age: Schema.Number, tags: Schema.Array(Schema.Literal("a")) });
console.log(JSON.stringify(Schema.decodeUnknownSync(Person)({ name: "x", age: 1, tags: ["a"] })));
try {
  Schema.decodeUnknownSync(Person)({ name: 1 });
} catch (error) {
  console.log(error.message);
}
console.log(Match.value({ _tag: "A", n: 1 }).pipe(Match.tag("A", ({ n }) => "A" + n), Match.orElse(() => "other")), HashMap.size(HashMap.make(["a", 1], ["b", 2])), Chunk.toArray(Chunk.make(3, 1, 2)), pipe([3, 1], Arr.sort(Order.Number)));
