import { both } from "shared";
import rest, * as own from "alone";

console.log("lazy");
export { both };
export { alone as again } from "alone";
export const whole = rest === own.default;
export const { alone } = own;
export const later = () => own.alone + both;
