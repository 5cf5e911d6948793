console.log("some/a runs"); export default 1;
