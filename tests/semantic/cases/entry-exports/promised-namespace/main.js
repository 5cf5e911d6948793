import * as self from "./main.js";
import { inner, change } from "./dep.js";
export let count = await 1;
export const bump = () => ++count;
export { inner, change, self };
export default class {}
console.log("main", Object.keys(self).join());
