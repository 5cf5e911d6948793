await null;
const f = 1, K = 2, n = 3;
console.log("other", f, K, n);
