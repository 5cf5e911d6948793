export const value = "a";
export function probe() {
  const value$1 = "local 1", value$2 = "local 2", value_1 = "local 3", a_value = "local 4", value2 = "local 5";
  return [value, (() => { let value$3 = 0; return value; })(), value$1, value$2, value_1, a_value, value2].join();
}
