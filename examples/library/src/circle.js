import { count } from "./count.js";
import * as units from "./units.js";

export class Circle {
  constructor(radius) {
    this.radius = radius;
    count();
  }

  describe() {
    return units.format(Math.PI * this.radius ** 2);
  }
}
