import { value as dep } from "./dep.js";
export const value = "lazy " + dep;
export function f() {}
export class K {}
export const g = () => {};
export default () => {};
export const self = String(this);
