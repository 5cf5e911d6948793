export { named as default } from "./origin.js";
