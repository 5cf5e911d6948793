setTimeout(() =>
  import("./throws.js").then(
    () => console.log("never"),
    (error) => console.log("import() rejects with", error.message),
  ),
);
