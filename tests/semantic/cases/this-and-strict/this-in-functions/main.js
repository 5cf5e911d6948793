import { f, method, K } from "./dep.js";
console.log(f(), (0, method)(), method(), typeof f.call(5), f.call(null), [1].map(f)[0]);
const { m } = new K();
console.log(m(), new K().m() instanceof K);
