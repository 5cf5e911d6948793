export const K = class {
  static name() {
    return "static method";
  }
};
export class Getter {
  static get name() {
    return "static getter";
  }
}
export const Field = class {
  static name = "static field";
};
export const Method = class {
  static ["na" + "me"] = "computed";
};
