import "./starter.js";
import "./throws.js";
