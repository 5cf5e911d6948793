import { log, e as other } from "./dep.js";

var e = "main e";
try {
  throw "thrown";
} catch (e) {
  var e = "assigned to the parameter";
  console.log(e);
}
console.log(e, log.join(), other);
