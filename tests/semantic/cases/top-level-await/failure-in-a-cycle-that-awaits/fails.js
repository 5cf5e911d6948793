console.log("fails runs");
throw new Error("it fails");
