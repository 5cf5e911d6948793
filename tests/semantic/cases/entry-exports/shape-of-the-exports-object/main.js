export const b = 1, a = 2, Z = 3;
export default function f() {}
