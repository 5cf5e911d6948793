// Runs files as a Node of their own would, many in one process: each in a thread, which has an
// engine, globals, loaders, module caches and an event loop of its own, and ends like a process.
// Requests come as one line of JSON each on standard input: { file, argv, cwd, env }; what a
// file wrote and how it ended comes back as one line: { stdout, stderr, code }.
import { fstatSync, ftruncateSync, mkdtempSync, openSync, readSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";

const PRELOAD = fileURLToPath(new URL("node_files_preload.cjs", import.meta.url));
// As much stack as the main thread has, of which Node takes 192 KiB for itself.
const resourceLimits = { stackSizeMb: (984 + 192) / 1024 };
const execArgv = ["--no-warnings", "--require", PRELOAD];

// Files without names: what threads write to them is there when they have ended.
const folder = mkdtempSync(join(tmpdir(), "node-files-"));
const written = ["stdout", "stderr", "thrown"].map((name) => openSync(join(folder, name), "a+"));
rmSync(folder, { recursive: true });

const taken = (file) => {
  const bytes = Buffer.alloc(fstatSync(file).size);
  readSync(file, bytes, 0, bytes.length, 0);
  ftruncateSync(file);
  return bytes.toString("utf8");
};

const run = async ({ file, argv, cwd, env }) => {
  process.chdir(cwd);
  const worker = new Worker(file, { argv, env, execArgv, resourceLimits, workerData: written });
  let failure;
  worker.on("error", (error) => failure = error?.stack ?? String(error));
  const code = await new Promise((resolve) => worker.on("exit", resolve));
  const [stdout, stderr, thrown] = written.map(taken);
  if (failure === undefined) return { stdout, stderr, code };
  return { stdout, stderr: stderr + (thrown.split("\0").at(-2) ?? failure), code };
};

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await run(JSON.parse(line)))}\n`);
}
