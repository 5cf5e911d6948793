import * as parse5 from "parse5";
import { parse, parseFragment, serialize, defaultTreeAdapter, html, Tokenizer, ErrorCodes } from "parse5";

console.log(Object.keys(parse5).sort());
const errors = [];
const document = parse("<!doctype html><title>T&amp;&notit;</title><p>one<p class=a class=b>two<table><tr><td>x<b><i>y</b>z</table><svg viewbox=1><foreignObject><br></svg><script>a<!--b</script>", { onParseError: (e) => errors.push(e.code), sourceCodeLocationInfo: true });
console.log(serialize(document), errors, document.mode);
const fragment = parseFragment("<li>a<li>b<template><i>t</template>");
console.log(fragment.childNodes.map((n) => [n.nodeName, serialize(n)]), parseFragment(defaultTreeAdapter.createElement("table", html.NS.HTML, []), "<tr><td>1").childNodes[0].nodeName);
const node = defaultTreeAdapter.createElement("div", html.NS.HTML, [{ name: "title", value: '"<&>\u00a0' }]);
defaultTreeAdapter.insertText(node, "<text>");
console.log(parse5.serializeOuter(node), serialize(parse("plain")), document.childNodes[1].childNodes[1].sourceCodeLocation ?? null, Tokenizer.name, ErrorCodes.abruptClosingOfEmptyComment);
