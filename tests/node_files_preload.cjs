// What a thread of node_files.mjs loads before its file: its standard streams write at once, as
// those of a process do (by themselves they do when the main thread asks for more, for which the
// event loop turns once more), and what nothing catches is shown as a process shows it (the main
// thread gets a copy, which has no class).
"use strict";
const { writeSync } = require("node:fs");
const { inspect } = require("node:util");
const worker = require("node:worker_threads");

const [stdout, stderr, thrown] = worker.workerData;
const write = (file, bytes) => {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
};
for (const [name, file] of [["stdout", stdout], ["stderr", stderr]]) {
  process[name]._writev = (chunks, done) => {
    for (const { chunk, encoding } of chunks) write(file, Buffer.from(chunk, encoding));
    done();
  };
}
const end = process._fatalException;
process._fatalException = (error, fromPromise) => {
  const text = error instanceof Error ? inspect(error) : `Uncaught ${inspect(error)}`;
  write(thrown, Buffer.from(`${text}\n\0`));
  return end(error, fromPromise);
};
worker.workerData = null;
process.execArgv.splice(1);
delete require.cache[__filename];
