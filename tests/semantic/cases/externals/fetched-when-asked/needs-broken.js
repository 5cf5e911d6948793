import "broken";
console.log("never");
