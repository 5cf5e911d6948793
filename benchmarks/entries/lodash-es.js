export * from "lodash-es";
