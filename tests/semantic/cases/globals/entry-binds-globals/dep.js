export function show() {
  console.log(Object.keys({ a: 1 }).join(), new Error("e").message, Array.of(1).length, typeof Promise.resolve);
}
