export let z = "z";
