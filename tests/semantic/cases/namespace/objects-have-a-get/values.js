export let a = "a";
