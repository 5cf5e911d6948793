console.log("waits starts");
export const value = await Promise.resolve("value");
console.log("waits ends");
