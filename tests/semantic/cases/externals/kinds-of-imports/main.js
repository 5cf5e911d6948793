import def, { value, f, K as Klass, "odd name" as odd } from "ext";
import * as ns from "ext";
import { again } from "./dep.js";

console.log(def, value, odd, f(), f`tag`, (f)(), new Klass().kind, new Klass.Inner(1).n, again === f);
console.log(ns.value, ns.f() === ns, ns.default, Object.keys(ns).join(), ns.missing);
const { f: g } = ns;
console.log(g(), typeof f, f.name, { value }.value, { f }.f() !== undefined);
