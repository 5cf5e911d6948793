import { sum } from "./list.js";
const value = -1, id = "main", get = () => value;
console.log(sum(), value, id, get());
