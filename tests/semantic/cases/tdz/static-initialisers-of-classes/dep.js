import { look } from "./look.js";

export let seen = "";
export class C {
  static inner = C.name;
  static {
    seen += C.inner + " ";
    seen += look();
  }
  static later() {
    return look();
  }
}
