export * from "ext";
export const own = "own", hidden = "main's";
console.log("main");
