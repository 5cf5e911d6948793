import { Base, K as Middle } from "./middle.js";

class K extends Middle {
  me() {
    return "main " + super.me();
  }
}
console.log(new K().me(), K.name, Middle.name, Base.name, Object.getPrototypeOf(K) === Middle, Middle.self() === Middle);
