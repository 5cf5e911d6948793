export function then(resolve) {
  console.log("then called", arguments.length, this[Symbol.toStringTag]);
  resolve("what then gave");
}
