console.log("beside runs");
