console.log(entry.self === entry, "__esModule" in entry, Reflect.ownKeys(entry).map(String).join());
console.log(Object.prototype.toString.call(entry), Object.getPrototypeOf(entry), Object.isExtensible(entry), entry.default.name);
console.log(JSON.stringify(Object.getOwnPropertyDescriptor(entry, "count")));
console.log(Reflect.deleteProperty(entry, "count"), Reflect.deleteProperty(entry, "none"));
console.log(Reflect.defineProperty(entry, "count", { value: 1 }), Reflect.defineProperty(entry, "count", { value: 2 }));
try {
  entry.count = 3;
} catch (error) {
  console.log(error.name);
}
entry.bump();
entry.change();
console.log(entry.count, entry.inner, { ...entry }.count);
