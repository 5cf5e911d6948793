// globals:
// Tells what import() asks for, and needs the entry that waits where it stands, how the entry ends:
// well if it comes to its last statement. That it fails can't be seen from inside: either it hasn't
// come there, though it doesn't await, or who imports the bundle itself is told.
const watchEntry = (graph, entry) => {
  const { start, enter, pass, fulfill, settled } = graph;
  const { run } = entry;
  let runs = false;
  let end;
  let fail;
  const stop = (module) => {
    if (module.failure) return;
    module.failure = { error: graph };
    (module === entry ? fail : module.reject)?.(graph);
    for (const parent of module.parents) stop(parent);
  };
  graph.settled = (module) => {
    if (module !== entry || entry.promise) return settled(module);
    const { reject } = entry;
    entry.reject = null;
    const promise = settled(entry);
    fail = entry.reject;
    entry.reject = (error) => { reject(error); fail(error); };
    if (!entry.awaits) {
      end = entry.resolve;
      entry.resolve = null;
    }
    return promise;
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
      end?.();
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
