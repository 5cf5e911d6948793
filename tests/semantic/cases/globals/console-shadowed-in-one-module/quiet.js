export const lines = [];
const console = { log: (...values) => lines.push(values.join(" ")) };
console.log("kept", "quiet");
console.log("again");
