let calls = 0;
export function shared() { return ++calls; }
