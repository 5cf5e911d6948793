import "./early.js";
export const f = () => "f";
export const o = { p: 1 };
export class K {}
