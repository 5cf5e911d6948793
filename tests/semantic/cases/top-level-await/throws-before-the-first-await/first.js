console.log("first");
queueMicrotask(() => console.log("job"));
