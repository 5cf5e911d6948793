export const value = "dep";
queueMicrotask(() => console.log("dep's microtask"));
