import { f } from "ext";
export { f as again };
console.log("dep");
