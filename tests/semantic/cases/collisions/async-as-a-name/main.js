import { async as other, list } from "./dep.js";

var async;
for ((async) of [1, 2]) console.log("main", async);
async = (x) => "called " + x;
console.log(async(1), (async)(2), other, list.join());
const arrow = async (x) => x;
arrow(3).then((x) => console.log("async arrow", x));
