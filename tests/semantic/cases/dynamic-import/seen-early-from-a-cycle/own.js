export let own = 1;
console.log("own");
