import { look } from "./look.js";
export default class {}
export const probe = () => look("anonymous");
