console.log("two-before-own");
