export let x = "untouched";
