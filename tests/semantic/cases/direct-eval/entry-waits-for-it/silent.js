console.log(eval("'silent'"));
await null;
console.log(eval("'silent again'"));
