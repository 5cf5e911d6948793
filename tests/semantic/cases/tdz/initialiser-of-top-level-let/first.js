let x = "x of first";
console.log(x);
