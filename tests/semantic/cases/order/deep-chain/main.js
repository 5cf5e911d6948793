import "./m1.js";
console.log("main");
