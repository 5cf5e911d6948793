import { generator, asynchronous, asyncGenerator, arrow } from "./dep.js";
import { log } from "./log.js";

log([...generator()].join(""), arrow(4));
asynchronous().then((value) => log("async", value));
asyncGenerator().next().then(({ value, done }) => log("async generator", value, done));
log("synchronous end");
