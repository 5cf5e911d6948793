// globals:
// Lets import() evaluate modules of an asynchronous graph (ECMA-262, Evaluate).
const loadInto = (graph) => {
  const visit = (module, stack) => {
    const { failure } = module.root ?? module;
    if (failure) throw failure.error;
    if (module.root || module.low) return;
    const index = module.low = stack.push(module);
    for (const dependency of module.dependencies()) {
      visit(dependency, stack);
      if (!dependency.root && dependency.low < module.low) module.low = dependency.low;
    }
    graph.start(module);
    if (module.low === index) for (const member of stack.splice(index - 1)) member.root = module;
  };
  const evaluate = graph.evaluate = (module, stack = []) => {
    try {
      visit(module, stack);
    } catch (error) {
      for (const member of stack) member.failure = { error };
      throw error;
    }
  };
  graph.load = async (module, namespace) => {
    await 0;
    await 0;
    try {
      evaluate(module);
    } catch {}
    try {
      await graph.settled(module.root ?? module);
    } catch (error) {
      throw error === graph ? await graph.self() : error;
    }
    return namespace;
  };
};
