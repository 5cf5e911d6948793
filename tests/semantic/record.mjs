// Writes expected.txt of each case folder given (all cases without arguments): what Node
// prints when it runs main.js natively, and how the evaluation ends. Review what changes.
// Where case.json names a departure of Node's or V8's from the specification, the file is
// written by hand and stays.
//
//   node tests/semantic/record.mjs [case folder…]
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { register } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));

function allCases() {
  const root = join(here, "cases");
  return readdirSync(root, { withFileTypes: true })
    .filter((area) => area.isDirectory())
    .flatMap((area) => readdirSync(join(root, area.name)).map((name) => join(root, area.name, name)))
    .sort();
}

function record(folder) {
  const { node, engine } = JSON.parse(readFileSync(join(folder, "case.json"), "utf8"));
  if (node || engine) return;
  const flags = ["--no-warnings", fileURLToPath(import.meta.url), "--run", join(folder, "main.js")];
  const output = execFileSync(process.execPath, flags, { encoding: "utf8" });
  writeFileSync(join(folder, "expected.txt"), output);
}

// A link or syntax error says no more than its name: messages differ between versions of V8.
async function run(path) {
  register(new URL("hooks.mjs", import.meta.url));
  const realLog = console.log;
  const consumer = join(dirname(path), "consumer.js");
  try {
    await import(pathToFileURL(existsSync(consumer) ? consumer : path).href);
  } catch (error) {
    const isError = typeof error === "object" && error !== null && "message" in error;
    const text = isError ? `${error.name}: ${error.message}` : String(error);
    realLog("Uncaught " + (error instanceof SyntaxError ? "SyntaxError" : text));
  }
}

const [first, ...rest] = process.argv.slice(2);
if (first === "--run") {
  await run(resolve(rest[0]));
} else {
  for (const folder of first ? [first, ...rest] : allCases()) {
    if (existsSync(join(folder, "main.js"))) record(folder);
  }
}
