export { default as late } from './leaf.js';
