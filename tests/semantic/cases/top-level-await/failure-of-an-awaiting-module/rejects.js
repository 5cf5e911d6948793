console.log("rejects starts");
await Promise.reject(new TypeError("from rejects.js"));
console.log("never");
