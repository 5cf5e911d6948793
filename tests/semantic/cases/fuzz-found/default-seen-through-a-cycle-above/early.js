import './middle.js';
