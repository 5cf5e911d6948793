import * as shared from "./shared.js";
shared.add("a");
export const name = "a";
export { shared };
