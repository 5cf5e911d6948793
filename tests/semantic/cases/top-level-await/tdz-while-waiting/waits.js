import { register } from "./registry.js";
register(() => hoisted() + value);
function hoisted() {
  return "hoisted, ";
}
await null;
await null;
await null;
export const value = "ready";
