console.log("b/x");
