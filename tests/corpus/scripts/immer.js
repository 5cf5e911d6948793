import * as immer from "immer";
import { produce, produceWithPatches, applyPatches, enablePatches, enableMapSet, freeze, isDraft, original, current, createDraft, finishDraft, nothing, Immer, setAutoFreeze, immerable } from "immer";

console.log(Object.keys(immer).sort());
enablePatches();
enableMapSet();
const base = { list: [1, 2, { deep: true }], map: new Map([["a", { n: 1 }]]), set: new Set([1]), n: 0 };
const next = produce(base, (draft) => {
  draft.list.push(3);
  draft.list[2].deep = false;
  draft.map.get("a").n++;
  draft.set.add(2);
  console.log(isDraft(draft), original(draft) === base, current(draft.list));
  delete draft.n;
});
console.log(base, next, Object.isFrozen(next.list), base.list[2] !== next.list[2]);
const [state, patches, inverse] = produceWithPatches({ a: { b: [1, 2] } }, (d) => {
  d.a.b[0] = 9;
  d.a.c = "new";
});
console.log(state, patches, inverse, applyPatches(state, inverse));
const increment = produce((draft, by = 1) => {
  draft.count += by;
});
console.log(increment({ count: 1 }), increment({ count: 1 }, 5), produce({ a: 1 }, () => nothing));
class Point {
  [immerable] = true;
  constructor(x) {
    this.x = x;
  }
}
const moved = produce(new Point(1), (p) => {
  p.x = 2;
});
console.log(moved, moved.constructor.name, moved instanceof Point);
const draft = createDraft({ x: 1 });
draft.y = 2;
console.log(finishDraft(draft), freeze({ a: { b: 1 } }, true));
for (const attempt of [
  () => produce({ a: 1 }, (d) => ((d.a = 2), { b: 1 })),
  () => {
    next.list.push(1);
  },
  () => applyPatches({}, [{ op: "replace", path: ["x", "y"], value: 1 }]),
  () => finishDraft({}),
]) {
  try {
    console.log(attempt());
  } catch (error) {
    console.log(error.name, error.message);
  }
}
const own = new Immer({ autoFreeze: false });
console.log(Object.isFrozen(own.produce({ a: {} }, (d) => void (d.b = 1))), Immer.name);
setAutoFreeze(false);
console.log(Object.isFrozen(produce({ a: 1 }, (d) => void (d.a = 2))));
