export { default } from "preact/compat";
export * from "preact/compat";
export * as hooks from "preact/hooks";
