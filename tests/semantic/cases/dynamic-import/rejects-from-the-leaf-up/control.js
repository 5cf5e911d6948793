export let ask;
export let fail;
export const asked = new Promise((resolve) => (ask = resolve));
export const failure = new Promise((_, reject) => (fail = reject));
