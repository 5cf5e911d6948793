export let i = 0;
export let last;
export const list = [];
for (; i < 2; i++) list.push(i);
for (last of "xyz");
