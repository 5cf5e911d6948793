globalThis.sharedList = ["set"];
