import './early.js';
export * as inner from './other.js';
