import * as all from "./all.js";
import { nested } from "./nested.js";

console.log(Object.keys(all).join(), typeof all, all.default);
console.log(all.far, all.near, all["f" + "ar"], all.absent, "far" in all, "default" in all);
console.log(Reflect.ownKeys(all).length, Object.isExtensible(all), nested === all);
console.log(JSON.stringify(Object.getOwnPropertyDescriptor(all, "far")));
console.log(Reflect.set(all, "far", 5), Reflect.deleteProperty(all, "far"), { ...all }.far);
all.grow();
console.log(all.count, nested.count);
