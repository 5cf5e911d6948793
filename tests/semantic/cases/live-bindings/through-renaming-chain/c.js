import { b as local, set } from "./b.js";
export { local as d, set };
