export let x = "x of first";
