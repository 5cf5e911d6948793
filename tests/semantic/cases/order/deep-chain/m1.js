import "./m2.js";
console.log(1);
