import "./dep.js";
try {
  await Promise.reject(new Error("caught"));
} catch (error) {
  console.log(error.message);
}
await Promise.reject(new RangeError("uncaught"));
console.log("never");
