function x() {
  return "function";
}
export const read = () => x();
