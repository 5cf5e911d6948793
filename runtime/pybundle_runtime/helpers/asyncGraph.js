// globals: Promise
// Evaluates modules that await, or wait for others (ECMA-262, InnerModuleEvaluation,
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
    fulfill(module);
  };
  const start = (module) => {
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
  };
  const gather = (module, ready) => {
    for (const parent of module.parents) {
      if (!ready.includes(parent) && !(parent.root ?? parent).failure && !--parent.pending) {
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
  const fulfill = (module) => {
    if (module.failure) return;
    finish(module);
    for (const parent of gather(module, []).sort((a, b) => a.order - b.order)) {
      if (parent.failure) continue;
      if (parent.awaits) execute(parent);
      else {
        try {
          parent.run();
        } catch (error) {
          reject(parent, error);
          continue;
        }
        finish(parent);
      }
    }
  };
  const reject = (module, error) => {
    if (module.failure) return;
    module.failure = { error };
    module.order = 0;
    for (const parent of module.parents) reject(parent, error);
    module.reject?.(error);
  };
  const visit = (module, stack) => {
    const { failure } = module.root ?? module;
    if (failure) throw failure.error;
    if (module.root || module.low) return;
    const index = module.low = stack.push(module);
    for (const dependency of module.dependencies()) {
      visit(dependency, stack);
      if (!dependency.root && dependency.low < module.low) module.low = dependency.low;
    }
    start(module);
    if (module.low === index) for (const member of stack.splice(index - 1)) member.root = module;
  };
  const evaluate = (module) => {
    module = module.root ?? module;
    return module.promise ??= new NativePromise((resolve, reject) => {
      module.resolve = resolve;
      module.reject = reject;
      const stack = [];
      try {
        visit(module, stack);
        if (!module.order) resolve();
      } catch (error) {
        for (const member of stack) member.failure = { error };
        reject(error);
      }
    });
  };
  const begin = (module) => {
    const cycle = module.cycle?.() ?? [module];
    try {
      start(module);
    } catch (error) {
      for (const member of cycle) member.failure ??= { error };
      throw error;
    }
    if (cycle.at(-1) === module) for (const member of cycle) member.root = module;
  };
  return {
    begin,
    enter: (module) => new NativePromise((open, fail) => {
      module.run = () => {
        open();
        return module.awaits && new NativePromise((leave) => { module.leave = leave; });
      };
      begin(module);
      (async () => {
        try {
          await evaluate(module);
        } catch (error) {
          fail(error);
        }
      })();
    }),
    evaluate,
    load: async (module, namespace) => {
      await 0;
      await 0;
      await evaluate(module);
      return namespace;
    },
    instantiate: (body) => {
      const steps = body();
      steps.next();
      return () => steps.next();
    },
  };
})();
