import { show } from "./dep.js";

const Object = "main Object", undefined_ = "u";
let Error = "main Error";
function Array() {
  return "main Array";
}
class Promise {}
show();
console.log(Object, Error, Array(), Promise.name, undefined_);
