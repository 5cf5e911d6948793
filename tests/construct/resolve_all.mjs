// Resolves specifiers as Node does for import. Run with --experimental-import-meta-resolve.
// The first argument names a JSON file: a list of [specifier, URL of the importer].
// Prints a JSON list: {url} for what resolves (the file need not exist), else {code}.
import { readFileSync } from "node:fs";

const questions = JSON.parse(readFileSync(process.argv[2], "utf8"));
const answers = questions.map(([specifier, parent]) => {
  try {
    return { url: import.meta.resolve(specifier, parent) };
  } catch (error) {
    return { code: error.code ?? error.name };
  }
});
console.log(JSON.stringify(answers));
