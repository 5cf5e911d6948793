import "./early.js";

function f() {
  return "f";
}
export { f };
export default f;
console.log("main");
