// Runs modules that await, and those that wait for them. `start` is InnerModuleEvaluation of
// ECMA-262 from where the dependencies have been visited, `fulfill` and `advance` are
// AsyncModuleExecutionFulfilled, `reject` is AsyncModuleExecutionRejected; `begin` starts a module
// at its place in the order that is known already.
const graph = (() => {
  const Native = Promise;
  let clock = 0;
  const execute = async (m) => {
    try {
      await m.run();
    } catch (error) {
      return reject(m, error);
    }
    graph.fulfill(m);
  };
  const gather = (m, ready = []) => {
    for (const p of m.parents) {
      // What has no root is of a cycle that an error left open.
      if (p.root && !p.root.failure && !--p.pending) {
        ready.push(p);
        if (!p.awaits) gather(p, ready);
      }
    }
    return ready;
  };
  const finish = (m) => { m.order = 0; m.resolve?.(); };
  const reject = (m, error) => {
    if (m.failure) return;
    m.failure = { error };
    m.reject?.(error);
    for (const p of m.parents) reject(p, error);
  };
  const graph = {
    start: (m) => {
      m.pending = 0;
      m.parents = [];
      for (let d of m.dependencies()) {
        d = d.root ?? d;
        if (d.failure) throw d.failure.error;
        if (d.order) {
          m.pending++;
          d.parents.push(m);
        }
      }
      if (m.pending || m.awaits) m.order = ++clock;
      if (!m.pending) (m.awaits ? execute : m.run)(m);
    },
    begin: (m) => {
      const cycle = m.cycle?.() ?? [m];
      try {
        graph.start(m);
        if (cycle.at(-1) === m) for (const c of cycle) c.root = m;
      } catch (error) {
        for (const c of cycle) c.failure ??= { error };
        throw error;
      }
    },
    advance: (ready) => {
      for (const m of ready) {
        if (m.failure) continue;
        if (m.awaits) execute(m);
        else try {
          m.run();
          finish(m);
        } catch (error) {
          reject(m, error);
        }
      }
    },
    fulfill: (m) => {
      if (m.failure) return;
      finish(m);
      graph.advance(gather(m).sort((a, b) => a.order - b.order));
    },
    settled: (m) => m.promise ??= new Native((resolve, reject) => {
      m.resolve = resolve;
      m.reject = reject;
      if (m.failure) reject(m.failure.error);
      else if (!m.order) resolve();
    }),
  };
  return graph;
})();

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

// slow.js
const slow_module = {
  dependencies: () => [],
  awaits: true,
  run: async () => {
console.log("slow starts");
await 0;
await 0;
console.log("slow ends");
graph.end(slow_module);
},
};

// fast.js
const fast_module = {
  dependencies: () => [],
  awaits: true,
  run: async () => {
console.log("fast starts");
await 0;
console.log("fast ends");
graph.end(fast_module);
},
};

const main_module = {
  dependencies: () => [slow_module, fast_module],
};

gateInto(graph, main_module);

graph.begin(slow_module);

graph.begin(fast_module);

// main.js
if (graph.enter()) graph.pass(await graph.gate);
console.log("main");
