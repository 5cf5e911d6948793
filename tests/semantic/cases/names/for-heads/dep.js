export const names = [];
for (var f = function () {}; names.length < 1; ) names.push(f.name);
for (var [g = () => {}] of [[]]) names.push(g.name);
for (var { h = class {} } of [{}]) names.push(h.name);
var i;
for ([i = () => {}] of [[]]) names.push(i.name);
for ({ i = function () {} } of [{}]) names.push(i.name);
