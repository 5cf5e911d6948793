let a = () => { let inner = () => {}; b = () => inner; return b; }, b, c = (b = function () {}, class { static m = (a = a, () => {}); }), e, d = [() => {}, e = () => {}];
export const names = () => [a.name, b.name, c.name, String(c.m?.name), d[0].name, e.name, a()().name, b.name].join();
({ a, b = () => {}, c: [c = class {}] = [] } = { a });
