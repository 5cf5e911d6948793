console.log("lazy dependency");
