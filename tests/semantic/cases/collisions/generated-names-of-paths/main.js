import a from "./with space.js";
import b from "./with%25percent.js";
import c from "./ünï.js";
import d from "./class.js";
import e from "./--dashes--.js";
import f from "./dir.with.dots/index.js";
import g from "./@scope/$dollar.js";
import h from "./default.js";
import * as i from "./*star*.js";
import j from "./undefined.js";

console.log(a.name, b.name, c.name, d.name, e.name, f.name, g.name, h.name, i.default.name, j.name, [a, b, c, d, e, f, g, h, i.default, j].map((k) => new k().n).join());
