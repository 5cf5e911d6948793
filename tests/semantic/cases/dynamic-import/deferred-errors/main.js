import { shared } from "./shared.js";

const tried = async (what, load) => {
  try {
    console.log(what, "loaded", Object.keys(await load()).join());
  } catch (error) {
    console.log(what, "rejected", error.constructor === SyntaxError);
  }
};
console.log("runs", shared);
(async () => {
  await tried("syntax", () => import("./syntax.js"));
  await tried("syntax again", () => import("./syntax.js"));
  await tried("needs syntax", () => import("./needs-syntax.js"));
  await tried("no such export", () => import("./no-export.js"));
  await tried("needs no such export", () => import("./needs-no-export.js"));
  await tried("no such file", () => import("./nowhere.js"));
  await tried("needs no such file", () => import("./needs-nowhere.js"));
  await tried("cycle", () => import("./cycle-a.js"));
  await tried("json", () => import("./broken.json", { with: { type: "json" } }));
  for (const name of ["a", "b"]) await tried(`template ${name}`, () => import(`./some/${name}.js`));
  await tried("healthy", () => import("./healthy.js"));
})();
