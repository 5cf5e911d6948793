console.log("a runs");
export default "a";
