import "./dep.js";

class A {}
try {
  class A extends A {}
} catch (error) {
  console.log("main", error.name);
}
