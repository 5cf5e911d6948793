console.log("empty export");
