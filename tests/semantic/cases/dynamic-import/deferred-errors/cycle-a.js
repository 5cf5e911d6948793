import "./cycle-b.js"; console.log("never");
