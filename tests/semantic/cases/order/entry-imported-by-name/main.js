import { start } from "./plugin.js";
export const registry = [];
export function register(name) {
  registry.push(name);
}
start();
console.log(registry.join());
