import { value } from "./dep.js";

console.log("before", value);
const later = await new Promise((resolve) => queueMicrotask(() => resolve("awaited")));
console.log("after", later, await "plain value", this);
for await (const x of [Promise.resolve(1), 2]) console.log("for await", x);
export { later };
