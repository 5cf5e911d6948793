import("./nowhere.js").catch((error) => { globalThis.other = error; });
