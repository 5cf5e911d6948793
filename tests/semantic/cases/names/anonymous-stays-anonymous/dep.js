export const id = (x) => x;
const f = id(function () {});
let h = [function () {}][0];
const k = id(class {});
const n = new Function("return 1");
export const list = [f, h, k, n].map((x) => JSON.stringify(x.name)).join();
