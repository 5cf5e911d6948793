const importFrom = "own";
const load = (main_imports, graph) => {
  const createNamespace = 1;
  return import(`./x/${main_imports}.js`, graph);
};
(async (TypeError) => {
  console.log((await load("a")).default.name, importFrom, TypeError);
  const inner = (importFrom, a_module) => import(`./x/${importFrom}.js`);
  console.log((await inner("a")).default.name);
  await inner("nope").catch((error) => console.log(error instanceof Error));
})("shadowed");
