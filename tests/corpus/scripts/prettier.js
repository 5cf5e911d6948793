import * as prettier from "prettier/standalone";
import * as babel from "prettier/plugins/babel";
import * as estree from "prettier/plugins/estree";
import * as postcss from "prettier/plugins/postcss";
import * as markdown from "prettier/plugins/markdown";

const plugins = [babel, estree, postcss, markdown];
const show = (promise, label) => promise.then((text) => console.log(label, text), (error) => console.log(label, error.name, error.message));
console.log(Object.keys(prettier).sort(), prettier.version, Object.keys(babel).sort());
show(prettier.format("const  a=[1,2,3].map( x=>x*2 );if(a){b( `x${ c }` )}else class_({a,b,...c})", { parser: "babel", plugins }), "js");
show(prettier.format("async function*f({a=1,b:[c]}){for await(const x of y)yield* x?.y??z}", { parser: "babel", plugins, semi: false, singleQuote: true }), "js");
show(prettier.format("a{color:RED;margin:0   1px}@media(max-width:1px){b::after{content:\"x\"}}", { parser: "css", plugins }), "css");
show(prettier.format("# Title\n* a\n* b\n\n|a|b|\n|-|-|\n|1|2|\n", { parser: "markdown", plugins }), "md");
show(prettier.format('{"a":[1,2,{"b":null}]}', { parser: "json", plugins }), "json");
show(prettier.check("a;\n", { parser: "babel", plugins }), "check");
show(prettier.format("let = ;", { parser: "babel", plugins }), "error");
show(prettier.formatWithCursor("a+b", { parser: "babel", plugins, cursorOffset: 2 }).then((r) => JSON.stringify(r)), "cursor");
