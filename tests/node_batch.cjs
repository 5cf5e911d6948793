// Runs programs one after another in one Node, each when nothing of the one before is left to be
// done, as if it were the main one: `node node_batch.cjs PROGRAMS`, a file of JSON that lists
// them as [FILE, ...ARGUMENTS]. They share the globals, to which none of them may add any, and no
// module. What came of each is a line of JSON on standard output, { stdout, stderr, code }, with
// the error that nothing caught at the end of `stderr`.
"use strict";
const { readFileSync } = require("node:fs");
const Module = require("node:module");
const { pathToFileURL } = require("node:url");
const { inspect, types } = require("node:util");

const programs = JSON.parse(readFileSync(process.argv[2], "utf8"));
const known = new Set(Reflect.ownKeys(globalThis));
const { stdout, stderr } = process;
const [write, complain] = [stdout.write.bind(stdout), stderr.write.bind(stderr)];
let ran;

const add = (name) => (text) => {
  if (ran.code === 0) ran[name] += text;
  return true;
};
stdout.write = add("stdout");
stderr.write = add("stderr");

// What comes after it would not have run in a process of its own, and so is not shown.
const fail = (error) => {
  stderr.write(`${types.isNativeError(error) ? inspect(error) : `Uncaught ${inspect(error)}`}\n`);
  ran.code = 1;
};

const start = (file) => {
  delete Module._cache[file]; // page.cjs, for one, runs again
  if (file.endsWith(".mjs")) import(pathToFileURL(file)).catch(fail);
  else Module._load(file, null, true);
};

const next = () => {
  if (ran) write(`${JSON.stringify(ran)}\n`);
  const added = Reflect.ownKeys(globalThis).filter((key) => !known.has(key));
  if (added.length) {
    complain(`a program that adds the global ${added.join()} can't share it with others\n`);
    process.exit(1);
  }
  const program = programs.shift();
  if (program === undefined) return process.off("beforeExit", next);
  process.argv.splice(1, Infinity, ...program);
  ran = { stdout: "", stderr: "", code: 0 };
  for (const event of ["uncaughtException", "unhandledRejection"]) process.removeAllListeners(event);
  process.on("uncaughtException", fail);
  setImmediate(start, program[0]);
};
process.on("beforeExit", next);
