import "./reader.js";
import { readAll } from "./reader.js";

export let aLet = "let";
export const aConst = "const";
export class AClass {}
export const { inPattern } = { inPattern: "pattern" };
export var aVar = "var";
export function aFunction() {}
export default "default";
readAll("after");
