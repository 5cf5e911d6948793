console.log("a1");
