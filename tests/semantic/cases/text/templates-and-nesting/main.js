import { name, wrap } from "./dep.js";
const value = `outer ${`inner ${name} ${wrap(`deep ${"}"} ${"`"}`)}`} }`;
console.log(value, `\n`.length, String.raw`\n${name}\u`);
