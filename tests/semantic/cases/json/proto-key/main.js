import data from "./data.json" with { type: "json" };

console.log(Object.keys(data).join(), Object.getPrototypeOf(data) === Object.prototype, data.x);
console.log(Object.keys(data.inner[0]).join(), data.inner[0].__proto__.y, ({}).y);
