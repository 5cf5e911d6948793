// Has names that the bundle gives to what it makes for these modules itself.
import { lazy, one as two } from "./two.js";
import * as everything from "./shared.js";
const one = "three's one", shared = everything.state, one_module = 1, two_module = 2, three = 3;
function createNamespace() { return "mine"; }
export const sum = () => [two, one, lazy, shared === everything.state, one_module + two_module + three, createNamespace()].join("|");
export { everything as shared };
export default function () { return createNamespace.name; }
