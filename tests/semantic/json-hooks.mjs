// What bundlers give and Node does not: JSON modules that are imported without attributes.
// Default export, and a named export for each key of a top-level object.
import { readFile } from "node:fs/promises";

export async function load(url, context, nextLoad) {
  if (!new URL(url).pathname.endsWith(".json") || context.importAttributes?.type === "json") {
    return nextLoad(url, context);
  }
  const value = JSON.parse(await readFile(new URL(url), "utf8"));
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  const names = isObject ? Object.keys(value).filter((name) => name !== "default") : [];
  const exports = names.map(
    (name, i) => `const v${i} = value[${JSON.stringify(name)}]; export { v${i} as ${JSON.stringify(name)} };`,
  );
  const text = JSON.stringify(JSON.stringify(value));
  const source = [`const value = JSON.parse(${text}); export default value;`, ...exports].join("\n");
  return { format: "module", source, shortCircuit: true };
}
