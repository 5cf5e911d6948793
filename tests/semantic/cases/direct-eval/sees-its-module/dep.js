export let secret = "dep secret";
const value = "dep value";
export function run(code) {
  return eval(code);
}
