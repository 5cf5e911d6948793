export let total = "total";
