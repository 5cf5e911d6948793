export default "default";
export const value = "value";
export { value as "odd name" };
export function f() {
  return this;
}
export class K {
  kind = "K";
  static Inner = class {
    constructor(n) {
      this.n = n;
    }
  };
}
