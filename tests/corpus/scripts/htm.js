import htm from "htm";
import mitt from "mitt";

const html = htm.bind((type, props, ...children) => ({ type, props, children }));
const name = "x";
console.log(JSON.stringify(html`<div class="a ${name} b" ...${{ id: 1 }} disabled>${[1, 2].map((i) => html`<li key=${i}>${i}</li>`)}<!-- note --><${name} /></div>`));
console.log(html`<a/><b>text ${1} more</b>`.length, html`just text`, html`<p>${0}</>`);
const bus = mitt();
bus.on("*", (type, event) => console.log("all", type, event));
bus.on("a", (event) => console.log("a", event));
bus.emit("a", { n: 1 });
bus.off("a");
bus.emit("a", 2);
console.log([...bus.all.keys()], mitt.name, htm.name);
