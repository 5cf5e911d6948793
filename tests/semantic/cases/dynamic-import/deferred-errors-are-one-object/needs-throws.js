import "./throws.js";
