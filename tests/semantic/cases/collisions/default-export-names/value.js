export default "value.js";
