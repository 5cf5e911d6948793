// globals:
// import() of a CommonJS module: its namespace object is there when it has run.
const loadCommonjs = async (graph, module, namespace) => {
  await graph.load(module);
  return namespace();
};
