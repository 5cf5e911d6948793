import { n } from "./main.js";
import * as main from "./main.js";
export const peek = () => [n, main.n, Object.keys(main).join()].join(" ");
