console.log("dep");
