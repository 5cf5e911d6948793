import "./healthy.js"; export * from "./no-export-2.js"; console.log("never");
