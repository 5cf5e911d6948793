// The host's side in the embedded V8. `Deno.core` is visible while the snapshot is built and
// only then: programs never see it.
const core = globalThis.Deno.core;
const host = {
  __proto__: null,
  internal: "pybundle:",
  emit: (line) => core.print(line + "\n"),
  isPromise: core.isPromise,
  isNativeError: core.isNativeError,
};
