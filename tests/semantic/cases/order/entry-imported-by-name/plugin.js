import { register, registry } from "./main.js";
export function start() {
  register("plugin");
}
try {
  register("too early");
} catch (error) {
  console.log(error.name);
}
console.log("plugin done");
