console.log("dep", typeof undeclaredName);
