console.log("two-after-own");
