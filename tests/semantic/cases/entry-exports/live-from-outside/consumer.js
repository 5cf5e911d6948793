const { count: copied } = entry;
entry.increment();
entry.changeInner();
console.log(entry.count, copied, entry.default, entry.inner);
console.log(entry.replace(), entry.replace());
queueMicrotask(() => console.log("later", entry.increment(), entry.count));
