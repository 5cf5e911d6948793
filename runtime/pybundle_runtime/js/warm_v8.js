// Ends the prelude for V8: what has run while the snapshot is built stands in it compiled, so that
// no runtime compiles it again. Nothing of this is heard of, and it leaves nothing behind.
const spoken = host.emit;
host.emit = () => {};
nameIntrinsics();
printAll([
  { a: [1, "b", null, undefined, -0, 1n], get b() { return 1; }, "not an identifier": Symbol("s") },
  (x) => x, class A extends Array {}, new TypeError("text"), new Map([[1, 2]]), new Set([1]),
  new Date(0), /a/g, create(null), promiseResolve(1), new Uint8Array(2),
]);
stackPosition("Error: text\n    at file:///a.js:1:1");
emit("log", "text");
printNamespace({ a: 1 });
driver.finish(false);
fileOfUrl("file:///a/b.js");
driver.prepare(quote({ modules: [], requires: [], script: null, entry: null }));
mapForEach(intrinsics, (_, key) => mapDelete(intrinsics, key));
host.emit = spoken;
