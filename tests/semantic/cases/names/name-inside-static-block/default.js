const L = class {};
export default class {
  static seen = this.name + " " + L.name;
}
