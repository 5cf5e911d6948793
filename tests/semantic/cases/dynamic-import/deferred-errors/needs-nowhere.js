import "./healthy.js"; import "./nowhere.js"; console.log("never");
