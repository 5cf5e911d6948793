import { shared, set } from "./shared.js";
export const read = () => shared;
export const write = (value) => set(value);
