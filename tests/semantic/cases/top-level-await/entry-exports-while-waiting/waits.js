export let value = "before";
await null;
value = "after";
