console.log("empty import");
