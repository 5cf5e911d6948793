console.log("a/x");
