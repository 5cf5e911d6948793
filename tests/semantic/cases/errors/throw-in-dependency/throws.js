console.log("about to throw");
throw new Error("from throws.js");
