import { tell } from "./main.js";

export const ask = () => tell();
console.log(ask());
