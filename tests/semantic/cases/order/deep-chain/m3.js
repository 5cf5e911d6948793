import "./m4.js";
console.log(3);
