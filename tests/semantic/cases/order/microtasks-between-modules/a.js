Promise.resolve().then(() => console.log("promise job of a"));
console.log("a");
