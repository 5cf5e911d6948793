const [a = () => {}] = [];
const { b = function () {} } = {};
const { x: c = class {} } = {};
let d, e, f;
[d = () => {}] = [];
({ e = function () {} } = {});
({ x: f = class {} } = {});
const [{ g = () => {} } = {}] = [];
export const names = [a, b, c, d, e, f, g].map((x) => x.name).join();
