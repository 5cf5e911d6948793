export { default } from "lodash-es";
export * from "lodash-es";
