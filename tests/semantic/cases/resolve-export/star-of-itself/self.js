export * from "./self.js";
export const x = "self";
