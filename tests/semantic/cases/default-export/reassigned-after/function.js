export function f() {
  return "old";
}
export default f;
export const changeF = () => (f = () => "new");
