export let count = await eval("Promise.resolve(1)");
export const up = () => eval("count++");
await null;
console.log("counter", count)
