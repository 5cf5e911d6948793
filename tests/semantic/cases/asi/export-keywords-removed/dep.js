export const a = "a"
export let b = a
export var c = b
export class K {}
[2].map((x) => console.log("after class", x))
export function f() { return "f" }
(() => console.log("after function"))()
export const d = () => {}
export default () => {}
[3].map((x) => console.log("after default", x))
