import value, { own } from './middle.js';
console.log(value, own.name);
