const asked = [import("./needs-it.js"), import("./needs-the-entry.js"), import("./main.js")];
const outcomes = asked.map((promise) => promise.then(() => "runs", (error) => error.message));
setTimeout(async () => console.log((await Promise.all(outcomes)).join()), 50);
throw new Error("it fails");
