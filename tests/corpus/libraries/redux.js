export * from "redux";
