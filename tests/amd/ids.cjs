// Prints what RequireJS makes of ids: of [[config, id, parent], …] in the file FILE, for each
// [plugin, id, address].
//
//   node ids.cjs LOADER FILE
"use strict";
const { readFileSync } = require("node:fs");
const { createContext, runInContext } = require("node:vm");

const [loader, file] = process.argv.slice(2);
const context = createContext({ importScripts() {}, setTimeout() {} });
runInContext(readFileSync(`${loader}/require.js`, "utf8"), context);
const requirejs = runInContext("requirejs", context);
const found = JSON.parse(readFileSync(file, "utf8")).map(([config, id, parent], number) => {
  const name = `context ${number}`;
  requirejs.config({ ...config, context: name });
  const { makeModuleMap } = requirejs.s.contexts[name];
  const map = makeModuleMap(id, parent ? { name: parent } : null, false, true);
  return [map.prefix || "", map.name, map.url || ""];
});
console.log(JSON.stringify(found));
