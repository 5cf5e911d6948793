import config from "./config.json" with { type: "json" };
import { change, read } from "./dep.js";

change();
console.log(config.value, read() === config);
