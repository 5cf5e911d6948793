import "./stubs/host.js";
import * as acorn from "acorn";
import { parse, parseExpressionAt, tokenizer, Parser, tokTypes } from "acorn";
import MagicString, { Bundle, SourceMap } from "magic-string";
import { walk, asyncWalk } from "estree-walker";
import { generate, GENERATOR, baseGenerator } from "astring";

console.log(acorn.version, Object.keys(acorn).length, MagicString.name);
const code = "const answer = (a, { b = 1, ...c }) => { label: for (const x of a) { if (x?.y ?? b) continue label; } return `v${a ** 2}`; };\nexport default class A extends B { #p = 1; static { this.x = 2; } get q() { return this.#p; } }\n";
const ast = parse(code, { ecmaVersion: "latest", sourceType: "module", locations: true });
console.log(JSON.stringify(ast).length, ast.body.map((n) => n.type), parseExpressionAt("1 + 2 * x", 0, { ecmaVersion: 2022 }).right.operator);
console.log([...tokenizer("let a = /x/g, b = 1n", { ecmaVersion: 2022 })].map((t) => [t.type.label, t.value instanceof RegExp ? "regexp" : String(t.value)]));
for (const bad of ["let a; let a;", "await 1", "a +", "class A { #x; #x }", "'use strict'; with (a) {}", "return"]) {
  try {
    parse(bad, { ecmaVersion: 2022 });
  } catch (error) {
    console.log(error.name, error.message, error.pos);
  }
}
class Extended extends Parser {
  parseLiteral(value) {
    const node = super.parseLiteral(value);
    if (typeof value === "number") node.doubled = value * 2;
    return node;
  }
}
console.log(Extended.extend((P) => class Mixed extends P {}).parse("21", { ecmaVersion: 6 }).body[0].expression.doubled, tokTypes.name.label);
const order = [];
const magic = new MagicString(code);
walk(ast, {
  enter(node, parent, key) {
    order.push(node.type);
    if (node.type === "Identifier" && node.name === "a") magic.overwrite(node.start, node.end, "renamed");
    if (node.type === "StaticBlock") this.skip();
  },
  leave(node) {
    if (node.type === "TemplateLiteral") order.push("/template");
  },
});
magic.prepend("/* head */ ").append("// tail").indent();
console.log(order.length, order.slice(0, 12), magic.toString());
console.log(magic.generateMap({ hires: true, source: "a.js" }).mappings.length, magic.clone().remove(0, 10).length(), SourceMap.name);
const bundle = new Bundle({ separator: "\n\n" });
bundle.addSource({ filename: "a", content: new MagicString("a") });
bundle.addSource({ filename: "b", content: new MagicString("b") });
console.log(bundle.toString(), generate(ast), Object.keys(GENERATOR ?? baseGenerator).length);
console.log(generate(parse("x = function* () { yield* y }", { ecmaVersion: 6 }), { indent: "\t", startingIndentLevel: 1 }));
asyncWalk(ast, { async enter() {} }).then((node) => console.log(node.type));
