import { look } from "./look.js";
export default class Named {}
export const probe = () => look("named");
