const value = "main";
let changed = 0;
function run(code) {
  const value = "local";
  return eval(code);
}
console.log(run("value"), eval("value"), run("this"), eval("typeof this"), run("changed = 1"), changed);
try {
  eval("var leaked = 1; undeclared = 2");
} catch (error) {
  console.log(error.name, typeof leaked);
}
const async = "async";
let undefined = "not undefined";
console.log(eval("async"), eval("undefined"));
