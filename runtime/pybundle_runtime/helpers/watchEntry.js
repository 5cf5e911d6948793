// globals:
// Tells what import() asks for, and needs the entry that waits where it stands, that the entry
// fails. That can't be seen from inside: the entry hasn't come to its last statement, though it
// doesn't await, or who imports the bundle itself is told.
const watchEntry = (graph, entry) => {
  const { start, enter, pass, fulfill } = graph;
  const { run } = entry;
  let runs = false;
  const stop = (module) => {
    if (module.failure) return;
    module.failure = { error: graph };
    if (module !== entry) module.reject?.(graph);
    for (const parent of module.parents) stop(parent);
  };
  const watch = async () => {
    if (!runs) return;
    runs = false;
    try {
      if (entry.awaits) await graph.self();
      else stop(entry);
    } catch {
      stop(entry);
    }
  };
  entry.run = () => {
    const result = run();
    const { leave } = entry;
    entry.leave = () => {
      runs = false;
      leave?.();
    };
    return result;
  };
  graph.start = (module) => {
    for (const each of module.dependencies()) if ((each.root ?? each) === entry) watch();
    start(module);
  };
  graph.enter = () => {
    const pending = enter();
    runs = !pending;
    return pending;
  };
  graph.pass = (module) => {
    pass(module);
    runs = true;
    if (entry.awaits && entry.parents.length) watch();
  };
  graph.fulfill = (module) => {
    if (module.rest && !entry.awaits) watch();
    fulfill(module);
  };
};
