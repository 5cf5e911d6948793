globalThis.lateGlobal = "made";
