export const before = "before";
console.log(before);
if (before) throw new Error("stop");
export const after = "after";
