import "./below.js"; console.log("never");
