export const c = 1;
export class C {
  static inner() {
    C = 2;
  }
}
export const tryConst = () => (c = 2);
const { inner } = C;
export const tryInner = () => inner();
export const tryOuter = () => (C = "outer is writable");
