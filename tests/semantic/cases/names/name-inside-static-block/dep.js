export const log = [];
export const K = class {
  static {
    log.push("block " + this.name);
  }
  static field = log.push("field " + this.name);
};
const L = class {
  static {
    log.push("L " + this.name);
  }
};
class M {
  static [(() => "key")()] = log.push("M " + M.name);
}
