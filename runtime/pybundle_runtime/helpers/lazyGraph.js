// globals:
// Evaluates modules when import() asks for them (ECMA-262, InnerModuleEvaluation). In an ES
// module `self` imports the bundle itself, which alone tells what has stopped it; what finds
// itself not evaluated then throws the graph.
const graph = (() => {
  const visit = (module, stack) => {
    if (module.failure) throw module.failure.error;
    if (module.root || module.low) return;
    const index = module.low = stack.push(module);
    for (const each of module.dependencies()) {
      visit(each, stack);
      if (!each.root && each.low < module.low) module.low = each.low;
    }
    module.run();
    if (module.low === index) for (const member of stack.splice(index - 1)) member.root = module;
  };
  const evaluate = (module, stack = []) => {
    try {
      visit(module, stack);
    } catch (error) {
      for (const member of stack) member.failure = { error };
      throw error;
    }
  };
  const graph = {
    evaluate,
    load: async (module, namespace) => {
      await 0;
      try {
        await (async () => evaluate(module))();
      } catch (error) {
        throw error === graph ? await graph.self() : error;
      }
      return namespace;
    },
  };
  return graph;
})();
