import { g } from './cy2.js';
export function f() { return eval('"f" + typeof g') }
console.log('cy1', eval('g()'));
