export * from './count.js';
import { read } from './count.js';
console.log(read());
