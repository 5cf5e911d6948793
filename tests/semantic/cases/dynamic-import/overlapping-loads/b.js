import * as shared from "./shared.js";
shared.add("b");
export const name = "b";
export { shared };
