console.log("shared-own");
