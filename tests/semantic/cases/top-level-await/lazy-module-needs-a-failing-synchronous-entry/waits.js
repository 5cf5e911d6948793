await null;
console.log("waits");
