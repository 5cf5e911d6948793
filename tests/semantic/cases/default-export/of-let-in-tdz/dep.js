console.log("dep");
export default x;
let x = 1;
