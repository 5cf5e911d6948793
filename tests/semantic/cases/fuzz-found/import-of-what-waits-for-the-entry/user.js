import { state } from "./main.js";
console.log('user', state);
