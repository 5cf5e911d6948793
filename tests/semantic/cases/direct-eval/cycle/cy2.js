import { f } from './main.js';
let own = 1;
export function g() { return own }
console.log('cy2', f(), (() => { try { return eval('f()') } catch (e) { return e.name } })());
