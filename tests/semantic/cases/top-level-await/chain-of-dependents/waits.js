let ticks = Promise.resolve();
await null;
for (let i = 1; i < 5; i++) ticks = ticks.then(() => console.log("tick", i));
console.log("waits ends");
