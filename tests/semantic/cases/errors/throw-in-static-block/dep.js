export class K {
  static {
    console.log("block");
    throw new TypeError("in static block");
  }
}
console.log("never");
