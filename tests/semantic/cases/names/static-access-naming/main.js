import * as ns from "./dep.js";
import { anonymous as local } from "./dep.js";

const mine = ns.anonymous, { anonymous: other = () => {} } = ns;
console.log(JSON.stringify([mine.name, other.name, local.name, ns.anonymous.name]));
