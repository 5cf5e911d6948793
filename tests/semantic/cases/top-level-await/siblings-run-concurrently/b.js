console.log("b1");
await null;
console.log("b2");
