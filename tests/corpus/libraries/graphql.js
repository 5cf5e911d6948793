export * from "graphql";
