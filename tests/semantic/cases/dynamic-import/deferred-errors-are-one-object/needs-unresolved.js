import "./unresolved.js";
