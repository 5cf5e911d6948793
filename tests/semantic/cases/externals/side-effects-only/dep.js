import "ext";
console.log("dep");
