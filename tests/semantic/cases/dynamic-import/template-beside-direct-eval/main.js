import { load } from "./evals.js";

(async () => {
  console.log((await load("a")).a);
})();
