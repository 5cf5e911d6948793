let c = "dep c", d = "dep d";
export { c as a, d as b };
export const make = () => ({ c, d, e: { c }, [c]: d, async() {}, get: d });
export const take = ({ c, d = c }) => c + d;
export function assign(from) {
  ({ c, d = "default d" } = from);
  return JSON.stringify({ c, d });
}
