// Runs a program in what Sea.js sees of a page at http://localhost/: a location, and where the
// real loader runs, a document whose script elements load files of a folder, each in a task of
// its own and in the order of the requests.
//
//   node page.cjs sea FOLDER ENTRY LOADER   ENTRY is a script of the page, after Sea.js
//   node page.cjs use FOLDER ENTRY LOADER   the page calls seajs.use("./ENTRY")
//   node page.cjs bundle FILE               FILE is a bundle: nothing else is there
"use strict";
const { existsSync, readFileSync } = require("node:fs");
const { join, resolve } = require("node:path");
const { pathToFileURL } = require("node:url");
const { runInThisContext } = require("node:vm");

const SITE = "http://localhost/";
const [mode, path, entry, loader] = process.argv.slice(2);

globalThis.reportError = (error) => console.log(`uncaught ${error}`);
process.on("uncaughtException", globalThis.reportError);
process.on("unhandledRejection", (error) => console.log(`unhandled ${error}`));
globalThis.location = { href: `${SITE}index.html`, protocol: "http:" };

const runScript = (file) => runInThisContext(readFileSync(file, "utf8"), file);

const load = (node) => {
  const file = join(path, decodeURI(node.src.slice(SITE.length)).replace(/[?#].*/, ""));
  if (!node.src.startsWith(SITE) || !existsSync(file)) return node.onerror();
  try {
    runScript(file);
  } catch (error) {
    reportError(error);
  }
  node.onload();
};

const makeDocument = () => {
  const head = {
    getElementsByTagName: () => [],
    appendChild: (node) => setTimeout(load, 0, node),
    removeChild() {},
  };
  const attributes = { hasAttribute: true, getAttribute() {}, setAttribute() {} };
  return {
    head,
    scripts: [],
    getElementById: () => ({ ...attributes, src: `${SITE}sea.js` }),
    createElement: () => ({ ...attributes, onload: null, onerror: null }),
  };
};

if (mode === "bundle") {
  if (path.endsWith(".mjs")) import(pathToFileURL(path));
  else if (path.endsWith(".cjs")) require(resolve(path));
  else runScript(path);
} else {
  globalThis.document = makeDocument();
  runScript(loader);
  delete globalThis.document;
  if (mode === "sea") runScript(join(path, entry));
  else globalThis.seajs.use(`./${entry}`);
}
