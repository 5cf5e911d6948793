// globals: Map Promise
// Lets the entry, whose exports must stand at the top level, wait there. It goes on in the very
// microtask in which the last module that it waits for is fulfilled: that opens the gate as its
// last act, and what would run before the entry then runs first.
const gateInto = (graph, entry) => {
  const { fulfill, advance } = graph;
  const counts = Map;
  const ended = [];
  let open;
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
  entry.run = () => {};
  graph.enter = () => {
    graph.begin(entry);
    if (opens()) open();
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
  };
  graph.fulfill = (module) => {
    if (module.rest) return advance(module.rest);
    if (ended.includes(module)) ended.splice(ended.indexOf(module), 1);
    fulfill(module);
  };
};
