export { x as own, f as ownFunction } from "./main.js";
