export class Shape {
  static self() {
    return Shape;
  }
  static overwrite() {
    Shape = null;
  }
}
export const original = Shape;
export function replace() {
  Shape = { kind: "replacement" };
}
