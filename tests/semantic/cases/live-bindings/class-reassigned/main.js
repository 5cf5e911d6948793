import { Shape, replace, original } from "./dep.js";

const Kept = Shape;
replace();
console.log(Shape === Kept, typeof Shape, Shape.kind);
console.log(Kept.self() === Kept, original === Kept);
try {
  Kept.overwrite();
} catch (error) {
  console.log(error.name);
}
