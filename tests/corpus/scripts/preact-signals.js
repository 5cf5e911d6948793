import { signal, computed, effect, batch, untracked, Signal } from "@preact/signals-core";

const a = signal(1);
const b = signal(2);
let runs = 0;
const sum = computed(() => (runs++, a.value + b.value));
const stop = effect(() => {
  console.log("sum", sum.value);
  return () => console.log("cleanup");
});
batch(() => {
  a.value = 10;
  b.value = 20;
});
a.value = 20;
b.value = 10;
stop();
a.value = 0;
console.log(sum.value, runs, untracked(() => a.value), a.peek(), String(a), JSON.stringify({ b }), a instanceof Signal, Signal.name);
a.subscribe((value) => console.log("subscribed", value))();
const loop = signal(0);
try {
  effect(() => { loop.value = loop.value + 1; });
} catch (error) {
  console.log(error.name, error.message);
}
const cycle = computed(() => cycle.value);
try {
  cycle.value;
} catch (error) {
  console.log(error.name, error.message);
}
