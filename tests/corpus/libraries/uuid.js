export * from "uuid";
