import { count } from "./count.js";
import { format } from "./units.js";

export default class {
  constructor(side) {
    this.side = side;
    count();
  }

  describe() {
    return format(this.side ** 2);
  }
}
