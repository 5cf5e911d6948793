export { default } from "./origin.js";
