import { shared } from "./shared.js";
import { title } from "./title.js";
console.log("page");
export default () => `${title} ${shared()}`;
