import * as all from "marked";
import { marked, Marked, Lexer, Parser, Renderer, walkTokens } from "marked";

console.log(Object.keys(all).sort(), Lexer.name);
const text = "# Title\n\nSome *emphasis*, **strong**, `code` and [link](http://x.y \"t\") <b>raw</b> &amp; https://auto.link\n\n- a\n- [x] b\n  1. c\n\n> quote\n> more\n\n```js\nconst a = '<';\n```\n\n| a | b |\n|:-:|--:|\n| 1 | ~~2~~ |\n\n---\n![img](a.png)\n";
console.log(marked.parse(text));
console.log(marked.lexer(text).map((t) => t.type), marked.parseInline("a **b** _c_"));
const own = new Marked({
  renderer: { heading({ tokens, depth }) { return `<h${depth} class="own">${this.parser.parseInline(tokens)}</h${depth}>\n`; } },
  extensions: [{ name: "at", level: "inline", start: (s) => s.indexOf("@"), tokenizer(src) { const m = /^@(\w+)/.exec(src); if (m) return { type: "at", raw: m[0], who: m[1] }; }, renderer: (t) => `<a>${t.who}</a>` }],
});
console.log(own.parse("## Hi @bob\n\nline  \nbreak"));
const seen = [];
walkTokens(Lexer.lex("a *b*"), (token) => seen.push(token.type));
console.log(seen, Parser.parse(Lexer.lex("x")), Object.getOwnPropertyNames(Renderer.prototype).length);
marked.use({ async: true, hooks: { postprocess: (html) => "<!--" + html } });
marked.parse("async").then((html) => console.log(html));
try {
  new Marked().parse(undefined);
} catch (error) {
  console.log(error.name, error.message);
}
