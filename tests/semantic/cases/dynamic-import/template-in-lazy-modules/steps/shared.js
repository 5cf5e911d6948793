console.log("shared runs");
