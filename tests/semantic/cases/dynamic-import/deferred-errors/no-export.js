import { nope } from "./shared.js"; console.log("never");
