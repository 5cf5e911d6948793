import { Circle, Square, created, units } from "./src/index.js";

console.log(new Circle(1).describe(), new Square(2).describe());
units.setDigits(4);
console.log(new Circle(1).describe(), "with", units.digits, "digits");
console.log(created, "shapes;", Square.name, "is what an anonymous default class is called");
console.log(Object.keys(units).join(", "));
