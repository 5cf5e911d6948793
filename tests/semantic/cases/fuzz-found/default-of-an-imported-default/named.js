import own from './arrow.js';
export default own;
