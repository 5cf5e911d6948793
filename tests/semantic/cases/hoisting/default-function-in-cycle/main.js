import "./cycle.js";
export default function () {
  return "anonymous";
}
console.log("main done");
