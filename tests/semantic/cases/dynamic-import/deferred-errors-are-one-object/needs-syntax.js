import "./syntax.js";
