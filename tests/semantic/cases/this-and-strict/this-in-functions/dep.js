export function f() {
  return this;
}
export const { method } = {
  method() {
    return this;
  },
};
export class K {
  m() {
    return this;
  }
}
