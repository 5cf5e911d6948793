console.log("waits starts");
export const value = await Promise.resolve("awaited");
console.log("waits ends");
