import { K as Base } from "./base.js";

export class K extends Base {
  me() {
    return "middle " + super.me();
  }
  static self() {
    return K;
  }
}
export { Base };
