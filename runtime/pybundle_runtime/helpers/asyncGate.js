// globals: Map Promise
// Lets the entry, whose exports must stand at the top level, wait there. It goes on in the very
// microtask in which the last module that it waits for is fulfilled: that opens the gate as its
// last act, and what would run before the entry then runs first. Nobody can see from inside how
// the entry ends, but for its last statement: who waits for that imports the bundle itself.
const gateInto = (graph, entry) => {
  const { start, fulfill, advance, settled } = graph;
  const counts = Map;
  const ended = [];
  let open, resume;
  let runs = false;
  const stop = (module) => {
    if (module.failure) return;
    module.failure = { error: graph };
    if (module !== entry) module.reject?.(graph);
    module.parents.forEach(stop);
  };
  // The entry has begun: one that doesn't await has ended, too, by what asks for this.
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
  graph.start = (module) => {
    if (module.dependencies().some((each) => (each.root ?? each) === entry)) watch();
    start(module);
  };
  graph.settled = (module) => module === entry && graph.self ? graph.self() : settled(module);
  const opens = () => {
    const left = new counts();
    const count = (parents) => {
      for (const parent of parents) {
        const pending = (left.get(parent) ?? parent.pending) - 1;
        left.set(parent, pending);
        if (!pending && !parent.awaits) count(parent.parents);
      }
    };
    for (const module of ended) count(module.parents);
    return left.get(entry) === 0;
  };
  graph.gate = new Promise((resolve, reject) => {
    open = resolve;
    entry.reject = reject;
  });
  entry.run = () => entry.awaits && new Promise((leave) => { resume = leave; });
  entry.leave = () => {
    runs = false;
    resume?.();
  };
  graph.enter = () => {
    graph.begin(entry);
    if (opens()) open();
    runs = !entry.pending;
    return entry.pending;
  };
  graph.end = (module) => {
    ended.push(module);
    if (opens()) open(module);
  };
  graph.pass = (module) => {
    if (module) {
      graph.advance = (ready) => {
        graph.advance = advance;
        const at = ready.indexOf(entry) + 1;
        module.rest = ready.slice(at);
        advance(ready.slice(0, at));
      };
      graph.fulfill(module);
    }
    if (entry.failure) throw entry.failure.error;
    runs = true;
    if (entry.awaits && entry.parents.length) watch();
  };
  graph.fulfill = (module) => {
    if (module.rest) {
      if (!entry.awaits) watch();
      return advance(module.rest);
    }
    if (ended.includes(module)) ended.splice(ended.indexOf(module), 1);
    fulfill(module);
  };
};
