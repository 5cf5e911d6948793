import { state, set } from "./state.js";
export const read = () => state;
export const write = (value) => set(value);
