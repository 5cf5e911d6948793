console.log("before");
export default (() => {
  throw new RangeError("in a default expression");
})();
console.log("never");
