import * as solid from "solid-js";
import { createSignal, createMemo, createEffect, createRoot, batch, untrack, on, createContext, useContext, onCleanup, createResource, mapArray, indexArray, createSelector, mergeProps, splitProps, catchError, observable, createComputed } from "solid-js";
import { createStore, produce, reconcile, unwrap } from "solid-js/store";

console.log(Object.keys(solid).length, solid.DEV === undefined);
const log = [];
const dispose = createRoot((dispose) => {
  const [count, setCount] = createSignal(1);
  const [name, setName] = createSignal("a");
  const double = createMemo(() => (log.push("memo"), count() * 2));
  createComputed(() => log.push(["computed", double(), untrack(name)]));
  createComputed(on(name, (now, before) => log.push(["on", before, now]), { defer: true }));
  onCleanup(() => log.push("cleanup"));
  setCount(2);
  batch(() => {
    setCount(3);
    setCount(4);
    setName("b");
  });
  setName((n) => n + "!");
  createEffect(() => console.log("effect", count(), name()));
  const [list, setList] = createSignal(["x", "y"]);
  const mapped = createMemo(mapArray(list, (item, i) => (log.push("map " + item), () => item + i())));
  setList(["y", "x", "z"]);
  log.push(mapped().map((f) => f()));
  const indexed = createMemo(indexArray(list, (item, i) => () => item() + i));
  log.push(indexed().map((f) => f()));
  const selected = createSelector(count);
  log.push([selected(4), selected(5)]);
  catchError(() => { throw new Error("inner"); }, (error) => log.push("caught " + error.message));
  return dispose;
});
dispose();
console.log(log);
const Theme = createContext("light");
console.log(createRoot(() => useContext(Theme)), mergeProps({ a: 1, b: 2 }, { b: 3 }), splitProps({ a: 1, b: 2, c: 3 }, ["a"]).map((p) => Object.keys(p)));
const [state, setState] = createStore({ todos: [{ id: 1, done: false }, { id: 2, done: false }], user: { name: "x" } });
createRoot(() => createComputed(() => console.log("done", state.todos.filter((t) => t.done).length)));
setState("todos", (t) => t.id === 2, "done", true);
setState(produce((s) => { s.todos.push({ id: 3, done: true }); }));
setState("todos", reconcile([{ id: 1, done: true }]));
console.log(JSON.stringify(unwrap(state)), state.user.name);
createRoot(() => {
  const [data] = createResource(async () => "loaded");
  createComputed(() => console.log("resource", data.state, data()));
  observable(data).subscribe((x) => console.log("observed", x));
});
