import "./m3.js";
console.log(2);
