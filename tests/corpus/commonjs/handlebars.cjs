const Handlebars = require("handlebars");
Handlebars.registerHelper("shout", (text) => text.toUpperCase());
Handlebars.registerPartial("item", "<li>{{shout this}}</li>");
const template = Handlebars.compile("<ul>{{#each list}}{{> item}}{{else}}none{{/each}}</ul>{{{raw}}}{{raw}}");
console.log(template({ list: ["a", "b"], raw: "<br>" }), template({ list: [] }));
console.log(Handlebars.VERSION, Handlebars.precompile("{{a}}").length > 100);
try { Handlebars.parse("{{#if}}"); } catch (error) { console.log(error.message.split("\n")[0]); }
