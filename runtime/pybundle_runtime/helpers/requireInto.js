// globals: Error Math Reflect
// Lets require() evaluate ES modules at once, as Node does: it links what isn't linked, where no
// module may be asked for that is running, then evaluates (ECMA-262, InnerModuleEvaluation), and
// gives what Node gives for the namespace.
const requireInto = (graph, createNamespace) => {
  const RequireError = Error;
  const { ownKeys } = Reflect;
  const { min } = Math;
  const { load } = graph;
  const isRunning = (module) =>
    !module.root && !module.failure && (module.low !== undefined || !module.run);
  const refuse = (what) => {
    const error = new RequireError(`Cannot ${what} in a cycle.`);
    error.code = "ERR_REQUIRE_CYCLE_MODULE";
    throw error;
  };
  const link = (module, isRequired) => {
    if (module.linked) return isRequired && isRunning(module) && refuse("import Module");
    if (module.failure) return;
    module.linked = true;
    try {
      if (module.link && module.link() && isRequired) refuse("import CommonJS Module");
      for (const dependency of module.dependencies()) link(dependency, isRequired);
    } catch (error) {
      module.linked = false;
      throw error;
    }
  };
  const visit = (module, stack) => {
    if (module.failure) throw module.failure.error;
    if (module.root || isRunning(module)) return;
    const index = module.low = stack.push(module);
    for (const dependency of module.dependencies()) {
      visit(dependency, stack);
      // What stands in the shared scope and hasn't ended is the entry, which is first.
      if (!dependency.root) module.low = min(module.low, dependency.low || 1);
    }
    if (graph.start) graph.start(module);
    else module.run();
    if (module.low === index) for (const member of stack.splice(index - 1)) member.root = module;
  };
  const evaluate = (module, stack) => {
    try {
      visit(module, stack);
    } catch (error) {
      for (const member of stack) member.failure = { error };
      throw error;
    }
  };
  graph.evaluate = (module) => evaluate(module, []);
  // Evaluates what the graph of the entry comes to, which is being evaluated itself.
  graph.descend = (module) => evaluate(module, [{}]);
  graph.required = (module, namespace) => {
    if (isRunning(module)) refuse("require() ES Module");
    link(module, true);
    graph.evaluate(module);
    if ("module.exports" in namespace) return namespace["module.exports"];
    if (!("default" in namespace) || "__esModule" in namespace) return namespace;
    const slots = { __esModule: () => true };
    for (const name of ownKeys(namespace)) {
      if (typeof name === "string") slots[name] = () => namespace[name];
    }
    return createNamespace(slots);
  };
  if (load) {
    // What has begun but not ended when nothing runs is of the entry's cycle, which an error
    // left open: that is what asking the entry throws.
    const open = (module, seen) => {
      if (!isRunning(module) || seen.includes(module)) return;
      seen.push(module);
      for (const dependency of module.dependencies()) open(dependency, seen);
    };
    const linkLater = async (module) => {
      await 0;
      link(module);
      const seen = [];
      try {
        open(module, seen);
      } catch (error) {
        for (const member of seen) member.failure = { error };
      }
    };
    graph.load = (module, namespace) => {
      linkLater(module);
      return load(module, namespace);
    };
  }
};
