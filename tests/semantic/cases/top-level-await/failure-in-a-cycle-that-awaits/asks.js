const tell = (name, promise) =>
  promise.then(() => console.log(name, "runs"), (error) => console.log(name, "rejects:", error.message));
setTimeout(async () => {
  await tell("second", import("./second.js"));
  await tell("began", import("./began.js"));
  await tell("first", import("./first.js"));
  await tell("main", import("./main.js"));
}, 50);
