export function* generator() {
  yield 1;
  yield 2;
}
export async function asynchronous() {
  return await "awaited";
}
export async function* asyncGenerator() {
  yield "yielded";
}
export const arrow = (x) => x * x;
