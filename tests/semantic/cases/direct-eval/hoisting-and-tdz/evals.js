import "./early.js";
export function f() {
  return eval("typeof late");
}
export let late = eval("1 + 1");
export class K {
  static name2 = eval("this.name + K.name");
}
export var v = eval("f.name + K.name2");
