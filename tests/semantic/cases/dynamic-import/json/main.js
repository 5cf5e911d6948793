import("./data.json", { with: { type: "json" } }).then((ns) => {
  console.log(ns.default.x, Object.keys(ns).join());
});
