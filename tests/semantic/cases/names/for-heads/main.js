import { names } from "./dep.js";

const found = [];
for (var f = function () {}; found.length < 1; ) found.push(f.name);
for (var [g = () => {}] of [[]]) found.push(g.name);
for (var { h = class {} } of [{}]) found.push(h.name);
var i;
for ([i = () => {}] of [[]]) found.push(i.name);
for ({ i = function () {} } of [{}]) found.push(i.name);
console.log(found.join());
console.log(names.join());
