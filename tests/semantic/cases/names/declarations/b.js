export function f() {}
export function* g() {}
export async function h() {}
export async function* i() {}
export class K {}
export const all = [f, g, h, i, K];
