import { a } from './a.js';
let hidden = 42; export let v = a;
export const get = (k) => eval(k);
