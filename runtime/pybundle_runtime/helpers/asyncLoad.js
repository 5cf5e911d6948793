// globals:
// Lets import() evaluate modules of an asynchronous graph (ECMA-262, Evaluate).
const loadInto = (graph) => {
  const visit = (m, stack) => {
    const { failure } = m.root ?? m;
    if (failure) throw failure.error;
    if (m.root || m.low) return;
    const index = m.low = stack.push(m);
    for (const d of m.dependencies()) {
      visit(d, stack);
      if (!d.root && d.low < m.low) m.low = d.low;
    }
    graph.start(m);
    if (m.low === index) for (const each of stack.splice(index - 1)) each.root = m;
  };
  const evaluate = graph.evaluate = (m, stack = []) => {
    try {
      visit(m, stack);
    } catch (error) {
      for (const each of stack) each.failure = { error };
      throw error;
    }
  };
  graph.load = async (m, namespace) => {
    await 0;
    await 0;
    try {
      evaluate(m);
    } catch {}
    try {
      await graph.settled(m.root ?? m);
    } catch (error) {
      throw error === graph ? await graph.self() : error;
    }
    return namespace;
  };
};
