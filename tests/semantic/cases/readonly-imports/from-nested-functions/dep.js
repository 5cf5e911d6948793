export let x = 0;
