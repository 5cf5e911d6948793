console.log(Object.keys(entry).join(), Object.getPrototypeOf(entry), typeof entry.default, entry.default.name);
console.log(Object.prototype.toString.call(entry), entry[Symbol.toStringTag], "toString" in entry, "a" in entry);
console.log(JSON.stringify(entry), JSON.stringify({ ...entry }), entry.missing);
for (const key in entry) console.log(key);
