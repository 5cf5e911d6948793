import * as en from "./lang/en.js";

(async () => {
  const load = (name) => import(`./lang/${name}.js`);
  const other = (name) => import("./lang/" + name + ".js");

  console.log("before");
  const de = await load("de");
  console.log(de.hello, Object.keys(de).join(), de === (await other("de")));
  console.log((await load("en")) === en, en.hello);
  console.log((await load("count")).count, ((await other("count")).add(), (await load("count")).count));
  class Lazy {
    field = import((`./lang/${"de"}.js`));
    static load = (name, module = import(`./lang/${name}.js`)) => module;
  }
  console.log((await new Lazy().field) === de, (await Lazy.load("en")) === en);
  for (const name of ["de", "en"]) console.log((await import(`./lang/${name}.js`)).hello);
})();
