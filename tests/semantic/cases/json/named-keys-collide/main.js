import { name, Object as o, console as c, data as d } from "./data.json";
const data = "main data";
console.log(name, o, c, d, data, Object.keys({ a: 1 }).length);
