// Runs in each new runtime, through the driver that the snapshot keeps.
driver.begin = (location, longest, changes) => {
  core.setUnhandledPromiseRejectionHandler((promise, reason) => {
    onRejection(reason);
    return true;
  });
  const own = ownKeys(globalThis);
  for (let i = 0; i < own.length; i++) {
    if (typeof own[i] === "string" && (startsWith(own[i], "__pydeno") ||
        startsWith(own[i], "__host_op"))) deleteProperty(globalThis, own[i]);
  }
  remember(location, longest, changes);
};
// These return false where the code has a syntax error: the host, which alone can tell where,
// then calls `failAt` with the position.
let syntaxError;
// Runs a script. `thrown` is what it has thrown, in a list, or null. (`core.evalContext` goes
// through what the program may have replaced.)
const evalScript = (code, name) => {
  const made = core.ops.op_eval_context(code, name, undefined);
  const error = made[1];
  return { value: made[0], thrown: error ? [error[0]] : null, compiled: !(error && error[2]) };
};
driver.startScript = (code, name, globalPath) => {
  const { value, thrown, compiled } = evalScript(code, name);
  if (!compiled) {
    syntaxError = thrown[0];
    return false;
  }
  driver.script(() => {
    if (thrown) throw thrown[0];
    return value;
  }, globalPath);
  return true;
};
driver.startCommonJS = (code, name) => {
  let wrapper;
  try {
    wrapper = host.compile(code, name);
  } catch (error) {
    syntaxError = error;
    return false;
  }
  driver.commonjs(wrapper, name);
  return true;
};
driver.startAmd = (code, name) => {
  let compiled = true;
  driver.amd(() => {
    const made = evalScript(code, name);
    compiled = made.compiled;
    if (!made.thrown) return;
    if (compiled) throw made.thrown[0];
    syntaxError = made.thrown[0];
  }, name);
  return compiled;
};
driver.failAt = (position) => fail(syntaxError, position);
driver.moduleBegins = moduleBegins;
// True if modules are still being loaded or evaluated.
driver.busy = () => {
  reportFailure();
  return compiling > 0 || core.eventLoopHasMoreWork();
};
// Runs timers, each with its microtasks; returns what is left of `budget`, or -1 when no timer
// is left. Stops where an `import()` may wait for the host.
driver.turn = (budget) => {
  reportFailure();
  while (budget > 0) {
    if (!runTimer()) return -1;
    budget--;
    core.runMicrotasks();
    const pending = core.ops.op_drain_pending_rejections();
    for (let i = 0; pending && i < pending.length; i += 3) onRejection(pending[i + 1]);
    reportFailure();
    if (compiling > 0 || core.eventLoopHasMoreWork()) return budget;
  }
  return 0;
};
defineProperty(globalThis, "__pybundle_driver__", {
  __proto__: null, value: driver, writable: false, enumerable: false, configurable: false,
});
