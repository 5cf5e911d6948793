import MarkdownIt from "markdown-it";

const text = "# Title\n\nText with *emphasis*, **strong**, `code`, https://auto.link and (c) \"quotes\" -- dash...\n\n1. a\n2. b\n   - c\n\n> q\n\n| a | b |\n|---|:-:|\n| 1 | ~~2~~ |\n\n```js\nx < y\n```\n\n<b>html</b> &copy; [ref]\n\n[ref]: /url 'title'\n";
for (const options of ["default", "commonmark", "zero", { html: true, linkify: true, typographer: true, breaks: true }]) console.log(new MarkdownIt(options).render(text));
const md = new MarkdownIt();
md.renderer.rules.strong_open = () => "<B>";
md.inline.ruler.before("emphasis", "at", (state, silent) => {
  if (state.src[state.pos] !== "@") return false;
  if (!silent) state.push("at", "", 0).content = "at";
  state.pos++;
  return true;
});
md.renderer.rules.at = (tokens, i) => `[${tokens[i].content}]`;
console.log(md.renderInline("**x** @ y"), md.parse("a\n\n- b", {}).map((t) => [t.type, t.nesting, t.level]), md.utils.escapeHtml("<&>"));
console.log(md.validateLink("javascript:x"), md.normalizeLink("http://ünï.com/ä b"), md.linkify.match("see example.com and a@b.co").map((m) => m.url), Object.keys(md.utils).sort());
