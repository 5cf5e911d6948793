import './ring.js';
