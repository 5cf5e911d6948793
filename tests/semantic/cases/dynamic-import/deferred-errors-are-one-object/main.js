import "./other.js";

const tried = async (load) => {
  try {
    await load();
  } catch (error) {
    return error;
  }
};
const compare = async (what, load, loadImporter) => {
  const first = await tried(load);
  const importers = await tried(loadImporter);
  console.log(what, "again:", first === await tried(load), "of an importer:", first === importers);
  console.log(what, "importer again:", importers === await tried(loadImporter));
};
(async () => {
  await compare("syntax", () => import("./syntax.js"), () => import("./needs-syntax.js"));
  await compare("unresolved", () => import("./unresolved.js"), () => import("./needs-unresolved.js"));
  await compare("throws", () => import("./throws.js"), () => import("./needs-throws.js"));
  const [one, two] = await Promise.all([1, 2].map(() => tried(() => import("./syntax.js"))));
  console.log("at once:", one === two);
  const nowhere = await tried(() => import("./nowhere.js"));
  console.log("nowhere:", nowhere === await tried(() => import("./nowhere.js")), nowhere === globalThis.other);
  const lazy = await import("./awaits.js");
  console.log("from an asynchronous graph:", await lazy.compared);
  console.log("no such export:", await tried(() => import("./no-export.js")) instanceof SyntaxError);
})();
