console.log("namespace");
