const tell = (name, promise) =>
  promise.then(() => console.log(name, "runs"), (error) => console.log(name, "rejects:", error.message));
const early = import("./needs-at-once.js");
early.catch(() => {});
setTimeout(async () => {
  await tell("early", early);
  await tell("late", import("./needs-later.js"));
  await tell("again", import("./needs-at-once.js"));
}, 50);
