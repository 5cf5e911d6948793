// Resolves ids with the real Sea.js: reads [[configurations, referrer, id], …] as JSON from
// standard input, where a pair of regular expression and flags stands for an expression in
// rules; writes the URIs.   node resolve.cjs LOADER
"use strict";
const { readFileSync } = require("node:fs");

const text = readFileSync(process.argv[2], "utf8");
const HREF = "cmd://site/app/index.html";
const load = new Function("location", "document", `${text.replace("})(this);", "})(made);")}`
  .replace(/^/, "const made = {};") + "\nreturn made.seajs;");
const attributes = { hasAttribute: true, src: "cmd://site/app/sea.js" };
const head = { getElementsByTagName: () => [] };
const document = { head, scripts: [], getElementById: () => attributes };

const revived = (config) => ({
  ...config,
  ...(config.map && {
    map: config.map.map(([from, to]) =>
      [typeof from === "string" ? from : new RegExp(from.pattern, from.flags), to]),
  }),
});

const questions = JSON.parse(readFileSync(0, "utf8"));
const answers = questions.map(([configs, referrer, id]) => {
  const seajs = load({ href: HREF, protocol: "https:" }, document);
  for (const config of configs) seajs.config(revived(config));
  return seajs.resolve(id, referrer || undefined);
});
process.stdout.write(JSON.stringify(answers));
