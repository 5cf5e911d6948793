import { hoisted } from "./cycle.js";
export const early = hoisted(1, 2);
