console.log("one");
export default "first";
