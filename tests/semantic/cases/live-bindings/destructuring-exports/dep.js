export let { a, b: [c, { d = "default d" } = {}], ...rest } = { a: 1, b: [2], e: 3, f: 4 };
export let [first, , ...others] = "wxyz";
export function mutate() {
  ({ a, b: c, ...rest } = { a: 10, b: 20, g: 30 });
  [d, first, ...others] = ["D", "FIRST", "other"];
}
