import "./healthy.js"; import "./broken.js"; console.log("never");
