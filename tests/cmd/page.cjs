// Runs a program in what Sea.js sees of a page at http://localhost/: a location, and where the
// real loader runs, a document whose script elements load files of a folder, each in a task of
// its own and in the order of the requests; those of the folder cdn, which is http://cdn/, for
// bundles as well.
//
//   node page.cjs sea FOLDER ENTRY LOADER   ENTRY is a script of the page, after Sea.js
//   node page.cjs use FOLDER ENTRY LOADER   the page calls seajs.use("./ENTRY")
//   node page.cjs bundle FILE               FILE is a bundle: no other file of the page is there
//   node page.cjs helper FOLDER ENTRY HELPER MODE   all files of FOLDER are given to the
//                                           bundle's own loader; MODE is sea or use
//   node page.cjs frame sea FOLDER ENTRY LOADER, node page.cjs frame bundle FILE   the same in a
//                                           page that has globals of its own
"use strict";
const { existsSync, readdirSync, readFileSync } = require("node:fs");
const { join, resolve } = require("node:path");
const { pathToFileURL } = require("node:url");
const { createContext, runInContext, runInThisContext } = require("node:vm");

const SITE = "http://localhost/";
const CDN = "http://cdn/";
const isFrame = process.argv[2] === "frame";
const [mode, path, entry, loader, as] = process.argv.slice(isFrame ? 3 : 2);
const SITES = mode === "sea" || mode === "use" ? [SITE, CDN] : [CDN];

const page = isFrame ? createContext({ console }) : globalThis;
page.reportError = (error) => console.log(`uncaught ${error}`);
process.removeAllListeners("uncaughtException");
process.on("uncaughtException", page.reportError);

// Timers fire in the order of their times, then of their calls, however fast the machine is.
const timers = [];
let now = 0;
const fire = () => {
  timers.sort((one, other) => one.at - other.at);
  const { at, run } = timers.shift();
  now = at;
  if (timers.length) setImmediate(fire);
  try {
    run();
  } catch (error) {
    page.reportError(error);
  }
};
page.setTimeout = (run, delay = 0, ...values) => {
  timers.push({ at: now + Math.max(delay, 1), run: () => run(...values) });
  if (timers.length === 1) setImmediate(fire);
};
process.on("unhandledRejection", (error) => console.log(`unhandled ${error}`));
page.location = { href: `${SITE}index.html`, protocol: "http:" };

const runScript = (file) => {
  const text = readFileSync(file, "utf8");
  return isFrame ? runInContext(text, page, file) : runInThisContext(text, file);
};

const load = (node) => {
  const site = SITES.find((each) => node.src.startsWith(each));
  if (!site) return node.onerror();
  const folder = site !== CDN ? path : mode === "bundle" ? "cdn" : join(path, "cdn");
  const file = join(folder, decodeURI(node.src.slice(site.length)).replace(/[?#].*/, ""));
  if (!existsSync(file)) return node.onerror();
  try {
    runScript(file);
  } catch (error) {
    page.reportError(error);
  }
  node.onload();
};

const makeDocument = () => {
  const head = {
    getElementsByTagName: () => [],
    appendChild: (node) => page.setTimeout(load, 0, node),
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

const allFiles = () => {
  const files = {};
  for (const each of readdirSync(path, { recursive: true, withFileTypes: true })) {
    const file = join(each.parentPath ?? each.path, each.name);
    if (!each.isFile()) continue;
    const text = new Function("define", "seajs", readFileSync(file, "utf8"));
    files[file] = [file, {}, text, as === "sea" && file === entry];
  }
  return files;
};

page.document = makeDocument();
if (mode === "helper") {
  const createCmd = runInThisContext(`${readFileSync(loader, "utf8")}\ncreateCmd;`);
  createCmd(allFiles(), {})(entry);
} else if (mode === "bundle") {
  if (path.endsWith(".mjs")) import(pathToFileURL(path));
  else if (path.endsWith(".cjs")) require(resolve(path));
  else runScript(path);
} else {
  runScript(loader);
  if (mode === "sea") runScript(join(path, entry));
  else page.seajs.use(`./${entry}`);
}
