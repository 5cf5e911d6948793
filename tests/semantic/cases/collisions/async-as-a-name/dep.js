export var async;
export const list = [];
for ((async) of ["a", "b"]) list.push(async);
for (async in { key: 1 }) list.push(async);
