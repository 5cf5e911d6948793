// globals: Error Object
// Lets require() evaluate ES modules at once, and gives what Node gives for their namespace.
const requireInto = (graph, createNamespace) => {
  const RequireError = Error;
  const { hasOwn, keys } = Object;
  const visit = (module, stack) => {
    if (module.failure) throw module.failure.error;
    if (module.root || stack.includes(module)) return;
    if (module.low || !module.run) {
      const error = new RequireError("Cannot require() ES Module in a cycle.");
      error.code = "ERR_REQUIRE_CYCLE_MODULE";
      throw error;
    }
    const index = module.low = stack.push(module);
    for (const dependency of module.dependencies()) {
      visit(dependency, stack);
      if (!dependency.root && dependency.low < module.low) module.low = dependency.low;
    }
    if (graph.start) graph.start(module);
    else module.run();
    if (module.low === index) for (const member of stack.splice(index - 1)) member.root = module;
  };
  graph.evaluate = (module) => {
    const stack = [];
    try {
      visit(module, stack);
    } catch (error) {
      for (const member of stack) member.failure = { error };
      throw error;
    }
  };
  graph.required = (module, namespace) => {
    graph.evaluate(module);
    if ("module.exports" in namespace) return namespace["module.exports"];
    if (!("default" in namespace) || "__esModule" in namespace) return namespace;
    if (!module.required) {
      const slots = { __esModule: () => true };
      for (const name of keys(namespace)) slots[name] = () => namespace[name];
      module.required = createNamespace(slots);
    }
    return module.required;
  };
};
