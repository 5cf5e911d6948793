import "./dep.js";
import * as dep from "./dep.js";
console.log(Reflect.ownKeys(dep).length);
