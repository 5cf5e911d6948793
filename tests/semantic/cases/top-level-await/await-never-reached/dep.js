if (globalThis.neverSet) await null;
let ticks = Promise.resolve();
for (let i = 1; i < 5; i++) ticks = ticks.then(() => console.log("tick", i));
console.log("dep ends");
