console.log("en runs"); export const hello = "Hello";
