// The host's side in the embedded V8. `Deno.core` is visible while the snapshot is built and
// only then: programs never see it.
const core = globalThis.Deno.core;
const host = {
  __proto__: null,
  internal: "pybundle:",
  emit: (line) => core.print(line + "\n"),
  isPromise: core.isPromise,
  isNativeError: core.isNativeError,
  // Whether a value has one of the internal slots that the printer knows (but a WeakRef's).
  hasInternalSlot: (value) =>
    core.isMap(value) || core.isSet(value) || core.isTypedArray(value) ||
    core.isNativeError(value) || core.isDate(value) || core.isRegExp(value) ||
    core.isPromise(value) || core.isAnyArrayBuffer(value) || core.isDataView(value) ||
    core.isBoxedPrimitive(value) || core.isWeakMap(value) || core.isWeakSet(value),
  // The function of CommonJS's five names that has `text` as its body.
  compile: (text, url) => {
    const names = ["exports", "require", "module", "__filename", "__dirname"];
    const made = core.ops.op_compile_function(text, url, undefined, names);
    if (made[1]) throw made[1][0];
    return made[0];
  },
  native: () => undefined,
};
