export let loaded = "nothing";
if (globalThis.neverSet) loaded = await import("./other.js");
