import "./m5.js";
console.log(4);
