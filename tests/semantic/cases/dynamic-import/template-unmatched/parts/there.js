console.log("there runs");
