import fn from "./main.js";

export default (function () {
  return "expression";
});
console.log("expression.js calls", fn());
