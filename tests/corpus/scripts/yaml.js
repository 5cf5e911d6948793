import * as YAML from "yaml";
import { load, dump, loadAll } from "js-yaml";
import * as jsYaml from "js-yaml";

const text = "a: &x [1, 2.5, 0x1f, ~]\nb: *x\nc: |\n  multi\n  line\nd: {e: 'q', f: \"\\u263a\"}\n? complex\n: !!str 1\n# note\ng: 2001-12-14\nh: >-\n  folded\n  text\n";
console.log(Object.keys(YAML).length, YAML.parse(text), YAML.stringify({ a: [1, { b: null }], c: "multi\nline", d: "yes", e: new Map([[1, 2]]) }));
const doc = YAML.parseDocument("# head\na: 1 # one\nb: [x, y]\n");
doc.set("c", { d: true });
doc.addIn(["b"], "z");
doc.get("b", true).comment = " list";
console.log(String(doc), doc.toJS(), YAML.isMap(doc.contents), doc.errors.length);
console.log(YAML.parseDocument("a: [1\nb: }").errors.map((e) => [e.name, e.code, e.message]), YAML.parseAllDocuments("--- 1\n--- 2\n").length);
YAML.visit(doc, { Scalar(key, node) { if (node.value === "x") return YAML.visit.REMOVE; } });
console.log(doc.toString({ indent: 4 }), [...new YAML.Lexer().lex("a: 1")], YAML.parse("- !!set {a, b}", { schema: "yaml-1.1" }).length);
console.log(Object.keys(jsYaml).sort(), load(text), dump({ a: [1, { b: null }], s: "x: y", long: "word ".repeat(30) }), loadAll("--- 1\n---\na: 2\n"));
for (const bad of ["a: [1", "a: b: c", "\tx: 1", "*nope"]) {
  try {
    console.log(load(bad));
  } catch (error) {
    console.log(error.name, error.reason, error instanceof jsYaml.YAMLException);
  }
}
