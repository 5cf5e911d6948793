export default function () {
  return "default";
}
export const x = Symbol("x");
