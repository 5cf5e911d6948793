import * as ns from "./dep.js";
import { n, bump } from "./dep.js";

bump();
import("./dep.js").then((loaded) => {
  console.log(loaded === ns, loaded.n, n);
  loaded.bump();
  console.log(n);
});
