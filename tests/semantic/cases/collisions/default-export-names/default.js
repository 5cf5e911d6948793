export default "default.js";
