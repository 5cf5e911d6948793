import { shared } from "./shared.js";
console.log("main", shared());
import("./page.js").then(({ default: page }) => console.log(page()));
