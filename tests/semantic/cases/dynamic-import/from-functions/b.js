console.log("b runs");
export default "b";
