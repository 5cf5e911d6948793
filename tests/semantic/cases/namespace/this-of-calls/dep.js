export function f() {
  return this;
}
export const arrow = () => this;
export const o = { f };
export function F() {
  this.t = new.target === F ? undefined : 1;
}
export default function () {
  return this;
}
