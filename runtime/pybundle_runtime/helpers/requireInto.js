// globals: Error Object Set
// Lets require() evaluate ES modules at once, and gives what Node gives for their namespace.
// A module is being evaluated from when it has a `low` (or, if it is flat, from the start) until
// it has a `root`. Those that `import` leads to are `linked` from the start, others when they or
// what imports them is required.
const requireInto = (graph, createNamespace) => {
  const RequireError = Error;
  const Linked = Set;
  const { keys } = Object;
  const isEvaluating = (module) => !module.root && (module.low !== undefined || !module.run);
  const visit = (module, stack, floor) => {
    if (module.failure) throw module.failure.error;
    if (module.root || isEvaluating(module)) return;
    module.stack = stack;
    const index = module.low = stack.push(module);
    for (const dependency of module.dependencies()) {
      visit(dependency, stack, floor);
      if (dependency.root) continue;
      // What waits for a flat module is evaluated when that one is; what require() asks for, at
      // the end of the call.
      const low = dependency.stack === stack ? dependency.low : dependency.run ? 1 : floor;
      if (low < module.low) module.low = low;
    }
    if (graph.start) graph.start(module);
    else module.run();
    if (module.low === index) for (const member of stack.splice(index - 1)) member.root = module;
  };
  const evaluate = (module, floor) => {
    const stack = [];
    try {
      visit(module, stack, floor);
    } catch (error) {
      for (const member of stack) member.failure = { error };
      throw error;
    }
  };
  const refuse = () => {
    const error = new RequireError("Cannot require() ES Module in a cycle.");
    error.code = "ERR_REQUIRE_CYCLE_MODULE";
    throw error;
  };
  // What nothing has imported so far is linked first: nothing in it may be running.
  const link = (module, seen) => {
    seen.add(module);
    for (const dependency of module.dependencies()) {
      if (dependency.failure || dependency.root || seen.has(dependency)) continue;
      if (isEvaluating(dependency)) refuse();
      if (dependency.linked) continue;
      if (dependency.isRunning && dependency.isRunning()) refuse();
      link(dependency, seen);
    }
    module.linked = true;
  };
  graph.evaluate = (module) => evaluate(module, 0);
  graph.required = (module, namespace) => {
    if (!module.failure) {
      if (isEvaluating(module)) refuse();
      if (!module.root && !module.linked) link(module, new Linked());
    }
    evaluate(module, 1);
    if ("module.exports" in namespace) return namespace["module.exports"];
    if (!("default" in namespace) || "__esModule" in namespace) return namespace;
    const slots = { __esModule: () => true };
    for (const name of keys(namespace)) slots[name] = () => namespace[name];
    return createNamespace(slots);
  };
};
