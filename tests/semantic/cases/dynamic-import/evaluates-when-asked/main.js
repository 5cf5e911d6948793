import "./static.js";

console.log("main");
const promise = import("./lazy.js");
console.log("after the call");
const ns = promise.then((ns) => {
  console.log("loaded", ns.x, Object.keys(ns).join());
  return import("./lazy.js").then((again) => console.log("same", again === ns));
});
ns.then(() => console.log("end"));
