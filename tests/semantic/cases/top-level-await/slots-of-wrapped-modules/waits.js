import { flat, setFlat } from "./flat.js";
export let n = 0;
await null;
setFlat("set by waits");
export const bump = () => ++n;
export function f() {
  return this;
}
export class K {
  n = n;
}
export const attempt = () => {
  try {
    flat = 1;
  } catch (error) {
    return error.name + flat;
  }
};
