import * as ns from "./dep.js";
import { f } from "./dep.js";

const show = (label, value) =>
  console.log(label, value === ns ? "ns" : value === undefined ? "undefined" : typeof value);
show("ns.f()", ns.f());
show("(ns.f)()", (ns.f)());
show('ns["f"]()', ns["f"]());
show("ns?.f()", ns?.f());
show("ns.f?.()", ns.f?.());
show("ns?.f?.()", ns?.f?.());
show("(0, ns.f)()", (0, ns.f)());
show("(ns.f, ns.f)()", (ns.f, ns.f)());
show("(ns.f || 0)()", (ns.f || 0)());
show("ns.f``", ns.f``);
show("(ns.f)``", (ns.f)``);
show("f()", f());
show("f``", f``);
show("(f)()", (f)());
show("f.call(ns)", f.call(ns));
show("ns.arrow()", ns.arrow());
show("ns.o.f()", ns.o.f() === ns.o ? undefined : 1);
show("new ns.F().t", new ns.F().t);
show("ns.default()", ns.default());
