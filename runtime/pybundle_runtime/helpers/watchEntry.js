// globals:
// Tells what import() asks for, and needs the entry that waits where it stands, that the entry
// fails. That can't be seen from inside: either the entry hasn't come to its last statement, though
// it doesn't await, or who imports the bundle itself is told.
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
  const stopped = () => {
    if (runs && !entry.awaits) stop(entry);
  };
  const watch = async () => {
    runs = true;
    try {
      await (entry.awaits ? graph.self() : 0);
      stopped();
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
    for (const each of module.dependencies()) if ((each.root ?? each) === entry) stopped();
    start(module);
  };
  graph.enter = () => {
    const pending = enter();
    if (!pending) watch();
    return pending;
  };
  graph.pass = (module) => {
    pass(module);
    watch();
  };
  graph.fulfill = (module) => {
    if (module.rest) stopped();
    fulfill(module);
  };
};
