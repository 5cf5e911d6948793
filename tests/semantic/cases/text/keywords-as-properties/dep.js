export const o = { import: { meta: "property", x: 1 }, export: "e", from: "f", default: "d" };
class K {
  import() {}
  export() {}
  static default = 1;
  get from() { return 2; }
}
console.log(Object.getOwnPropertyNames(K.prototype).join(), K.default, new K().from);
