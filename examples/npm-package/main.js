import mitt from "mitt";

const events = mitt();
const seen = [];
events.on("*", (type, value) => seen.push(`${type}=${value}`));
events.on("sum", (value) => console.log("sum:", value));
events.emit("sum", [1, 2, 3].reduce((a, b) => a + b));
events.emit("done", true);
console.log(seen.join(", "));
