import { ask, failure } from "./control.js";
ask();
await failure;
