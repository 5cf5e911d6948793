import data, { version } from "./data.json";
console.log(version, Object.keys(data), Object.getPrototypeOf(data) === Object.prototype);
