await null;
await null;
console.log("sibling");
