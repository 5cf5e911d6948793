import { K as Other } from "./b.js";

export class K {
  static ref = Other;
  static own = K;
  other() {
    return Other.tag;
  }
}
export const make = () => new Other();
export { Other };
