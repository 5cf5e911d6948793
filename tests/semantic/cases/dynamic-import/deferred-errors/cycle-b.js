import "./cycle-a.js"; import nope from "./shared.js"; console.log("never");
