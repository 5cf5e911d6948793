export let target = "value";
