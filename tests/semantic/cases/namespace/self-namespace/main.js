import * as self from "./main.js";
import { other } from "./other.js";

export const name = "main";
export { self as me };
console.log(Object.keys(self).join(), self.me === self, self.me.me.name, other() === self);
