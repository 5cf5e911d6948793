Promise.all([import("./a.js"), import("./b.js"), import("./shared.js")]).then(([a, b, shared]) => {
  console.log(a.name, b.name, shared.count, a.shared === b.shared, a.shared === shared);
});
