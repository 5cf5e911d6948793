import * as ns from "./dep.js";
import * as outer from "./outer.js";

const a = new ns.K("a"), b = new ns["K"]("b"), c = new ns.K, d = new (ns.K)("d"), e = new outer.dep.K("e");
console.log(a.tag, b.tag, c.tag, d.tag, e.tag, a instanceof ns.K, a.target === ns.K);
class Sub extends ns.K {}
console.log(new Sub("sub").tag, new Sub().target === Sub, Object.getPrototypeOf(Sub) === ns.K);
console.log(new ns.holder.K("h").tag, new (ns.make())("m").tag);
