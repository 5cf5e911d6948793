export * from "ext";
export const near = "near";
export const hidden = "own";
