import("./main.js").then((entry) => console.log("entry, asked early", entry.waits));
export const waits = await "waits";
