export const ready = await eval("Promise.resolve(1)");
export let count = eval("ready * 10");
export function up() { eval("count++"); }
console.log("dep");
