// globals: Promise
// Runs modules that await, and those that wait for them (ECMA-262, InnerModuleEvaluation,
// AsyncModuleExecutionFulfilled, AsyncModuleExecutionRejected).
const graph = (() => {
  const NativePromise = Promise;
  let clock = 0;
  const execute = async (module) => {
    try {
      await module.run();
    } catch (error) {
      return reject(module, error);
    }
    graph.fulfill(module);
  };
  const gather = (module, ready) => {
    for (const parent of module.parents) {
      if (parent.root && !parent.root.failure && !--parent.pending) {
        ready.push(parent);
        if (!parent.awaits) gather(parent, ready);
      }
    }
    return ready;
  };
  const finish = (module) => {
    module.order = 0;
    module.resolve?.();
  };
  const reject = (module, error) => {
    if (module.failure) return;
    module.failure = { error };
    module.order = 0;
    for (const parent of module.parents) reject(parent, error);
    module.reject?.(error);
  };
  const graph = {
    start: (module) => {
      module.pending = 0;
      module.parents = [];
      for (let dependency of module.dependencies()) {
        dependency = dependency.root ?? dependency;
        if (dependency.failure) throw dependency.failure.error;
        if (dependency.order) {
          module.pending++;
          dependency.parents.push(module);
        }
      }
      if (module.pending || module.awaits) {
        module.order = ++clock;
        if (!module.pending) execute(module);
      } else module.run();
    },
    begin: (module) => {
      const cycle = module.cycle?.() ?? [module];
      try {
        graph.start(module);
      } catch (error) {
        for (const member of cycle) member.failure ??= { error };
        throw error;
      }
      if (cycle.at(-1) === module) for (const member of cycle) member.root = module;
    },
    advance: (ready) => {
      for (const module of ready) {
        if (module.failure) continue;
        if (module.awaits) execute(module);
        else {
          try {
            module.run();
          } catch (error) {
            reject(module, error);
            continue;
          }
          finish(module);
        }
      }
    },
    fulfill: (module) => {
      if (module.failure) return;
      finish(module);
      graph.advance(gather(module, []).sort((a, b) => a.order - b.order));
    },
    settled: (module) => module.promise ??= new NativePromise((resolve, fail) => {
      const { reject } = module;
      module.resolve = resolve;
      module.reject = (error) => {
        reject?.(error);
        fail(error);
      };
      if (module.failure) fail(module.failure.error);
      else if (!module.order) resolve();
    }),
    instantiate: (body) => {
      const steps = body();
      steps.next();
      return () => steps.next();
    },
  };
  return graph;
})();
