export const later = await Promise.resolve("later");
console.log("later");
