console.log("one-after-own");
