export default "default";
export function f() {
  return "f";
}
export class K {
  kind = "K";
}
