entry.bump();
console.log(entry.live, entry.own, entry.hidden, "default" in entry, Object.keys(entry).sort().join());
