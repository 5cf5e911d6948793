import "./same-names.js";

let { a, b = a } = { a: 1 };
console.log(a, b);
try {
  (() => {
    let { c = d, d } = { d: 1 };
  })();
} catch (error) {
  console.log("object", error.name);
}
try {
  (([e = f, f]) => {})([]);
} catch (error) {
  console.log("parameters", error.name);
}
const [g = () => h, h] = [, "h"];
console.log(g());
