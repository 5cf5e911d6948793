import first from "./one.js";

console.log("two");
export default `after ${first}`;
export const seen = (text) => eval(text);
export const back = (first) => import(first ? "./one.js" : "./two.js");
