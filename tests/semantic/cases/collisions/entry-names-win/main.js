import { helper as imported } from "./dep.js";

const helper = () => state;
let state = "main state";
console.log(helper.toString(), helper(), imported());
