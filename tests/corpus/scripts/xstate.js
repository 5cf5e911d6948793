import "./stubs/host.js";
import * as xstate from "xstate";
import { createMachine, createActor, assign, setup, fromPromise, fromCallback, raise, sendTo, and, not, stateIn, emit, log, enqueueActions, getNextSnapshot, initialTransition, transition } from "xstate";

console.log(Object.keys(xstate).length);
const light = createMachine({
  id: "light",
  initial: "green",
  context: { rounds: 0 },
  states: {
    green: { on: { NEXT: "yellow" }, entry: () => console.log("enter green") },
    yellow: { after: { 20: "red" }, on: { NEXT: "red" } },
    red: { initial: "walk", onDone: "green", exit: assign({ rounds: ({ context }) => context.rounds + 1 }), states: { walk: { on: { NEXT: "stop" } }, stop: { type: "final" } } },
  },
});
const actor = createActor(light);
actor.subscribe((s) => console.log(JSON.stringify(s.value), s.context));
actor.start();
actor.send({ type: "NEXT" });
console.log(actor.getSnapshot().matches("yellow"), actor.getSnapshot().can({ type: "NEXT" }));
setTimeout(() => {
  actor.send({ type: "NEXT" });
  console.log(JSON.stringify(actor.getPersistedSnapshot()));
  actor.stop();
}, 50);
const loader = setup({
  actors: { load: fromPromise(async ({ input }) => { if (input.fail) throw new Error("failed"); return "data " + input.id; }), ticker: fromCallback(({ sendBack, receive }) => { receive((e) => sendBack({ type: "TOCK", n: e.n })); }) },
  guards: { big: ({ context }) => context.id > 5 },
  actions: { note: (_, params) => console.log("note", params) },
}).createMachine({
  context: ({ input }) => ({ id: input.id, fail: input.fail, data: null }),
  initial: "loading",
  invoke: { src: "ticker", id: "ticker" },
  states: {
    loading: { invoke: { src: "load", input: ({ context }) => context, onDone: { target: "ready", actions: assign({ data: ({ event }) => event.output }) }, onError: { target: "failed", actions: [{ type: "note", params: ({ event }) => event.error.message }] } } },
    ready: { entry: [sendTo("ticker", { type: "TICK", n: 1 }), raise({ type: "CHECK" })], on: { CHECK: { guard: and(["big", not(stateIn({ loading: {} }))]), actions: { type: "note", params: "is big" } }, TOCK: { target: "done", actions: enqueueActions(({ enqueue, event }) => { enqueue.assign({ id: event.n }); enqueue(emit({ type: "over" })); }) } } },
    failed: { type: "final" },
    done: { type: "final", output: 1 },
  },
  output: ({ context }) => context.data,
});
for (const input of [{ id: 9 }, { id: 1, fail: true }]) {
  const child = createActor(loader, { input });
  child.on("over", (e) => console.log("emitted", e.type));
  child.subscribe({ next: (s) => console.log("loader", s.value, s.context.data), complete: () => console.log("output", child.getSnapshot().output) });
  child.start();
}
console.log(getNextSnapshot(light, light.resolveState({ value: "green" }), { type: "NEXT" }).value, initialTransition(light)[0].value, typeof transition, typeof log);
