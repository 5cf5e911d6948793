import { value as dep } from "./dep.js";
const value = "main", f = () => {}, K = 1;
import("./lazy.js").then((lazy) => {
  console.log(value, dep, lazy.value, lazy.f.name, lazy.K.name, lazy.g.name, lazy.default.name, lazy.self, f.name, K);
});
