console.log("two-before");
