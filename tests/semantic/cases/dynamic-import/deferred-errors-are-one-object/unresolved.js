import "./absent.js";
