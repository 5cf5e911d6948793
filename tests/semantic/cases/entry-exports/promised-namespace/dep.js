console.log("dep");
export let inner = "inner";
export function change() {
  inner = "changed";
}
await null;
console.log("dep ends");
