console.log("sibling starts");
await null;
console.log("sibling goes on");
