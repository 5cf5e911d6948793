export default "sub/value.js";
