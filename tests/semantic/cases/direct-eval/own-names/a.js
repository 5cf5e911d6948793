let counter = 0;
export let a = 1;
export function setA(v) { a = v; if (this !== undefined) console.log('leak') }
export * as ns from './d.js';
