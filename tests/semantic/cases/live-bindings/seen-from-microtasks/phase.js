export let phase = "evaluating";
Promise.resolve().then(() => {
  phase = "settled";
});
