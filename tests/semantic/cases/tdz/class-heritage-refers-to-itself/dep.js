try {
  class A extends A {}
} catch (error) {
  console.log("heritage", error.name);
}
try {
  class A {
    [A.key]() {}
  }
} catch (error) {
  console.log("computed key", error.name);
}
class A {
  static self = A;
  static {
    console.log("static block", A === this);
  }
}
console.log(A.self === A);
