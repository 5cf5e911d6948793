console.log("empty runs");
export {};
