// Runs the file ENTRY as `data-main` of a page in the working directory, by RequireJS itself; or
// a bundle.
//
//   node page.cjs page ENTRY LOADER [CONFIG]   require.js in what it needs of a page, where
//                                              scripts load at once
//   node page.cjs frame ENTRY LOADER           the same as page, with globals of its own: ENTRY lies
//                                              in the folder of the page
//   node page.cjs node ENTRY LOADER [CONFIG]   r.js, as it runs on Node
//   node page.cjs bundle ENTRY                 ENTRY is a bundle: the same page, no loader
//
// CONFIG is a script of the page before the loader (page), or the first to be run (node).
"use strict";
const { existsSync, readFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { basename, dirname, join, resolve } = require("node:path");
const { pathToFileURL } = require("node:url");
const { createContext, runInContext, runInThisContext } = require("node:vm");

const [mode, entry, loader, config] = process.argv.slice(2);
const isFrame = mode === "frame";
const folder = isFrame ? dirname(entry) : "";
const page = isFrame ? createContext({ console, setTimeout, clearTimeout }) : globalThis;
page.readText = (file) => readFileSync(file, "utf8"); // for plugins

const runScript = (file) => {
  const text = readFileSync(file, "utf8");
  return isFrame ? runInContext(text, page, file) : runInThisContext(text, file);
};

// A script that throws is reported, and counts as loaded.
const load = (node) => {
  const dispatch = (type) => node.listeners[type]({ type, currentTarget: node });
  const file = join(folder, node.src.replace(/[?#].*/, ""));
  if (!existsSync(file)) return dispatch("error");
  try {
    runScript(file);
  } catch (error) {
    console.log(`uncaught in a script: ${error}`);
  }
  dispatch("load");
};

// As much of a document as RequireJS and jQuery look at when they start.
const makeElement = (name, ownerDocument) => {
  const attributes = {};
  return {
    nodeType: 1,
    nodeName: name,
    ownerDocument,
    style: {},
    childNodes: [],
    listeners: {},
    checked: true,
    defaultValue: "x",
    firstChild: null,
    lastChild: null,
    getAttribute: (key) => (key in attributes ? attributes[key] : null),
    setAttribute: (key, value) => void (attributes[key] = value),
    addEventListener(type, listener) {
      this.listeners[type] = listener;
    },
    removeEventListener() {},
    appendChild(child) {
      this.childNodes.push(child);
      [this.firstChild] = this.childNodes;
      this.lastChild = child;
      if (name === "head" && child.src) load(child);
      return child;
    },
    removeChild: (child) => child,
    cloneNode() {
      const copy = makeElement(name, ownerDocument);
      copy.lastChild = makeElement("text", ownerDocument);
      return copy;
    },
    getElementsByTagName: () => [],
    querySelectorAll: () => [],
  };
};

const makeDocument = (main) => {
  const made = makeElement("#document");
  const head = makeElement("head", made);
  const script = { ...makeElement("script", made), parentNode: head };
  if (main) script.setAttribute("data-main", main);
  const tags = { head: [head], script: [script] };
  return Object.assign(made, {
    nodeType: 9,
    readyState: "complete",
    location: { href: "" },
    documentElement: makeElement("html", made),
    defaultView: page,
    createElement: (name) => makeElement(name, made),
    createDocumentFragment: () => makeElement("#fragment", made),
    getElementsByTagName: (name) => tags[name] || [],
    getElementsByName: () => [],
    getElementsByClassName: () => [],
    getElementById: () => null,
    implementation: { createHTMLDocument: () => ({ body: makeElement("body", made) }) },
  });
};

const makePage = (main) => {
  page.window = isFrame ? runInContext("globalThis", page) : page;
  page.location = { href: "" };
  Object.defineProperty(page, "navigator", { value: { platform: "" }, configurable: true });
  page.document = makeDocument(main);
};

if (mode === "page" || isFrame) {
  makePage(isFrame ? basename(entry) : entry);
  if (config) runScript(config);
  runScript(resolve(loader, "require.js"));
} else if (mode === "bundle") {
  makePage();
  import(pathToFileURL(resolve(entry)));
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
