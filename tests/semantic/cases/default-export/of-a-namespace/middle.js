import * as ns from "./origin.js";
export default ns;
