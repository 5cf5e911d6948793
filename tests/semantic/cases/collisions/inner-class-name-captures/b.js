export class K {
  static tag = "K of b";
}
