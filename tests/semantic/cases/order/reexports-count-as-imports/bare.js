console.log("bare");
