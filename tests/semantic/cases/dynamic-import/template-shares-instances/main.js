import { load } from "./loader.js";
import { count } from "./parts/static.js";

const own = (name) => import(`./parts/${name}.js`);
(async () => {
  (await own("static")).add();
  (await load("static")).add();
  console.log(count);
  console.log((await own("lazy")) === (await load("lazy")), (await own("lazy")) === (await import("./parts/lazy.js")));
  const errors = [];
  for (const get of [own, load, own]) await get("throws").catch((error) => errors.push(error));
  console.log(errors.length, new Set(errors).size, errors[0].message);
})();
