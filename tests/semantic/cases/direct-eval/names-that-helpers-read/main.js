function Object() {}
const Promise = "own";
class Function {}
console.log(eval("typeof Object + typeof Promise + typeof Function"), typeof Symbol);
const { size } = await import("./lazy.js");
console.log(size, eval("size"));
