import * as shapes from "./shapes.js";
import * as all from "./index.js";

console.log(shapes.area(2), shapes.missing);
console.log(Object.keys(all), all.shapes === shapes);
