import "./dep.js";
for (const x of [1, 2, 3]) {
  console.log("main", x);
  if (x === 2) throw new RangeError("at " + x);
}
console.log("never");
