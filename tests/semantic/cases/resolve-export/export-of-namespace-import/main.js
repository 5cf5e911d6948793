import { one } from "./one.js";
import { two } from "./two.js";
import { three } from "./three.js";

console.log(one === two, two === three, one.x);
