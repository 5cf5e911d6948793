function f() {}
function* g() {}
async function h() {}
async function* i() {}
class K {}
export const all = [f, g, h, i, K];
