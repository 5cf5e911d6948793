import * as main from "./main.js";
export const other = () => main;
