// globals:
// What an error in the static graph has kept from ending, the entry first, has failed with that
// error before import() asks for any of it (ECMA-262, Evaluate): all that had been visited, as the
// specification's walk shows it. What stops an asynchronous function is known a microtask later.
const leaveOpen = (graph, entry) => {
  const { load } = graph;
  const walk = (module, stack) => {
    if (module.root || module.failure || stack.includes(module)) return;
    const index = stack.push(module) - 1;
    for (const dependency of module.dependencies()) walk(dependency, stack);
    if ((module.cycle?.() ?? [module]).at(-1) === module) stack.splice(index);
  };
  const leave = async () => {
    await 0;
    await 0;
    if (entry.parents || entry.failure) return;
    const stack = [];
    try {
      walk(entry, stack);
    } catch (error) {
      for (const member of stack) member.failure = { error };
    }
  };
  graph.load = (module, namespace) => {
    leave();
    return load(module, namespace);
  };
};
