import "./early.js";
export function same() {}
export function f() {}
export default function () {}
