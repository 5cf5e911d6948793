console.log("fast starts");
await 0;
console.log("fast ends");
