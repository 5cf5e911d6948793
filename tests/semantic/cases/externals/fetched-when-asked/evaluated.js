import { alone } from "loud";

const own = "own";
export const run = (text) => eval(text);
export const load = () => import("./side.js");
