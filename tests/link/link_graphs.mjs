// Link graphs with V8's own implementation. In (stdin, JSON): an array of
// { sources: [text of ./m0.js, ...], probes: [[module, name], ...] }. Out, for each:
// { error } where linking failed, else { namespaces, probes }: for each module its
// [name, what it is] pairs, what being the value or "namespace of 3"; for each probe the
// message of the SyntaxError that importing the name gave, or null.
import { readFileSync } from "node:fs";
import { SourceTextModule } from "node:vm";

const number = (specifier) => Number(/^\.\/m(\d+)\.js$/.exec(specifier)[1]);

async function linked(sources, root) {
  const modules = sources.map((text, i) => new SourceTextModule(text, { identifier: `m${i}.js` }));
  const main = new SourceTextModule(root, { identifier: "main.js" });
  await main.link((specifier) => modules[number(specifier)]);
  return { main, modules };
}

async function answer({ sources, probes }) {
  const all = sources.map((_, i) => `import "./m${i}.js";`).join("\n");
  let graph;
  try {
    graph = await linked(sources, all);
  } catch (error) {
    if (error.name !== "SyntaxError") throw error;
    return { error: error.message };
  }
  await graph.main.evaluate();
  const objects = graph.modules.map((module) => module.namespace);
  const what = (value) =>
    objects.includes(value) ? `namespace of ${objects.indexOf(value)}` : value;
  const namespaces = objects.map((ns) => Object.keys(ns).map((name) => [name, what(ns[name])]));
  const messages = [];
  for (const [module, name] of probes) {
    try {
      await linked(sources, `import { ${name} as probe } from "./m${module}.js";`);
      messages.push(null);
    } catch (error) {
      if (error.name !== "SyntaxError") throw error;
      messages.push(error.message);
    }
  }
  return { namespaces, probes: messages };
}

const graphs = JSON.parse(readFileSync(0, "utf8"));
const answers = [];
for (const graph of graphs) answers.push(await answer(graph));
process.stdout.write(JSON.stringify(answers));
