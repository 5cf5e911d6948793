// Runs the file ENTRY of FOLDER as `data-main` of a page in FOLDER, by RequireJS itself.
//
//   node page.cjs page FOLDER ENTRY LOADER [CONFIG]   require.js in what it needs of a page, where
//                                             scripts load at once
//   node page.cjs node FOLDER ENTRY LOADER [CONFIG]   r.js, as it runs on Node
//
// CONFIG is a script of the page before the loader (page), or the first to be run (node).
"use strict";
const { existsSync, readFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { dirname, join, resolve } = require("node:path");
const { runInThisContext } = require("node:vm");

const [mode, folder, entry, loader, config] = process.argv.slice(2);
process.chdir(folder);
globalThis.readText = (file) => readFileSync(file, "utf8"); // for plugins

const runScript = (file) => runInThisContext(readFileSync(file, "utf8"), file);

// A script that throws is reported, and counts as loaded.
const load = (node) => {
  const dispatch = (type) => node.listeners[type]({ type, currentTarget: node });
  const file = node.src.replace(/[?#].*/, "");
  if (!existsSync(file)) return dispatch("error");
  try {
    runScript(file);
  } catch (error) {
    console.log(`uncaught in a script: ${error}`);
  }
  dispatch("load");
};

const makeDocument = () => {
  const head = { appendChild: load, removeChild() {} };
  const main = { getAttribute: (name) => (name === "data-main" ? entry : null), parentNode: head };
  const createElement = () => {
    const attributes = {};
    return {
      listeners: {},
      getAttribute: (name) => attributes[name],
      setAttribute: (name, value) => void (attributes[name] = value),
      addEventListener(type, listener) {
        this.listeners[type] = listener;
      },
      removeEventListener() {},
    };
  };
  const tags = { head: [head], script: [main], base: [] };
  return { getElementsByTagName: (name) => tags[name] || [], createElement };
};

if (mode === "page") {
  globalThis.window = globalThis;
  Object.defineProperty(globalThis, "navigator", { value: { platform: "" }, configurable: true });
  globalThis.document = makeDocument();
  if (config) runScript(config);
  runScript(resolve(loader, "require.js"));
} else {
  const requirejs = require(loader);
  globalThis.requirejs = requirejs;
  const nodeRequire = createRequire(join(process.cwd(), entry));
  requirejs.config({ baseUrl: `${dirname(entry)}/`, nodeRequire });
  if (config) {
    const text = readFileSync(config, "utf8");
    const given = runInThisContext(`(function (require) {${text}\nreturn require; })`)(requirejs);
    if (given !== requirejs) requirejs.config(given);
  }
  delete globalThis.requirejs;
  requirejs([entry.replace(/.*\//, "").replace(/\.js$/, "")]);
}
