import d from "./origin.js";
export { d as default };
