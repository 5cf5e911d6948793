entry.bump();
console.log(entry.live, entry.more, entry.own, entry.hidden, "default" in entry);
console.log(Object.keys(entry).sort().join());
