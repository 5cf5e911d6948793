entry.setA("A");
console.log(Object.keys(entry).join(), entry.a, entry.b, entry.own, entry.both, entry.inner.a, Object.keys(entry.inner).join());
