// What the recorded programs need of Node that it does not do by itself.
//
// JSON modules that are imported without attributes have a default export and, as bundlers
// give them, a named export for each key of a top-level object. A case's external modules
// (bare specifiers) are the files of its folder "external". Its consumer.js is code that uses
// the entry's namespace under the name `entry`.
import { readFile } from "node:fs/promises";

export async function resolve(specifier, context, nextResolve) {
  if (!/^(\.|file:|node:)/.test(specifier)) {
    const folder = context.parentURL.replace(/(\/cases\/[^/]+\/[^/]+\/).*/, "$1");
    return nextResolve(`${folder}external/${specifier}.js`, context);
  }
  return nextResolve(specifier, context);
}

export async function load(url, context, nextLoad) {
  const path = new URL(url).pathname;
  if (path.endsWith("/consumer.js")) {
    const text = await readFile(new URL(url), "utf8");
    const source = `import * as entry from "./main.js";\n${text}`;
    return { format: "module", source, shortCircuit: true };
  }
  if (!path.endsWith(".json") || context.importAttributes?.type === "json") {
    return nextLoad(url, context);
  }
  return { format: "module", source: await jsonModule(url), shortCircuit: true };
}

async function jsonModule(url) {
  const value = JSON.parse(await readFile(new URL(url), "utf8"));
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  const names = isObject ? Object.keys(value).filter((name) => name !== "default") : [];
  const exports = names.map((name, i) => {
    const key = JSON.stringify(name);
    return `const v${i} = value[${key}]; export { v${i} as ${key} };`;
  });
  const text = JSON.stringify(JSON.stringify(value));
  return [`const value = JSON.parse(${text}); export default value;`, ...exports].join("\n");
}
