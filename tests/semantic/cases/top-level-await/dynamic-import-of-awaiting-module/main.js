const first = import("./waits.js");
const second = import("./waits.js");
console.log("main goes on");
const [a, b] = await Promise.all([first, second]);
console.log(a === b, a.value);
