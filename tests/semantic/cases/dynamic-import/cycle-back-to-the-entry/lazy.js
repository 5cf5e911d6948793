import { value, f } from "./main.js";
import * as main from "./main.js";
export const seen = value + Object.keys(main).join();
export const call = () => f();
