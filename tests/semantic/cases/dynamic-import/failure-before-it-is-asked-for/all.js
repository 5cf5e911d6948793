import "./before.js"; import "./throws.js"; import "./after.js"; console.log("never"); export const all = 1;
