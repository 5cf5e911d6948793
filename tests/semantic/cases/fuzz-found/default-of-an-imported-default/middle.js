import value from './source.js';
export { default as own } from './named.js';
export default value;
