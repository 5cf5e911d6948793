console.log("one-before-own");
