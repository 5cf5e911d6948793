console.log("a2");
