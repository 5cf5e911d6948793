console.log("slow starts");
await 0;
await 0;
console.log("slow ends");
