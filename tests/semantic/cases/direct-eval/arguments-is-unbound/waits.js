console.log("waits", eval("1"), typeof arguments);
await null;
console.log("waits", typeof arguments);
