import { shared as read_, set } from "./shared.js";
export const read = () => read_;
export const write = (value) => set(value);
