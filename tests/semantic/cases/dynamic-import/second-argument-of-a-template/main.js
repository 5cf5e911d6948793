const asked = async (ask) => {
  try {
    return (await ask()).x;
  } catch (error) {
    return error instanceof Error ? error.name : error;
  }
};
const say = (text, value) => (console.log(text), value);
const importFrom = "a local";
const name = "a";

(async () => {
  console.log(await asked(() => import(`./parts/${name}.js`, { get with() { return say("with"); } })));
  console.log(await asked(() => import((`./parts/${name}.js`), /* null */ null,)), importFrom);
  console.log(await asked(() => import("./parts/" + name + ".js", { with: 1 })));
  console.log(await asked(() => import(`./parts/${name}.js`, { with: { type: name } })));
  console.log(await asked(() => import(`./parts/${say("hole", name)}.js`, say("options"))));
  console.log(await asked(() => import(`./parts/${{ toString: () => { throw "hole"; } }}.js`, say("never"))));
  console.log(await asked(() => import(`./parts/${name}.js`, { get with() { throw "with"; } })));
  try {
    import(`./parts/${name}.js`, missing);
  } catch (error) {
    console.log("at once", error.name);
  }
})();
