globalThis.extRan = "ext ran";
