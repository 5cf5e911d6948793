export let x = 10;
