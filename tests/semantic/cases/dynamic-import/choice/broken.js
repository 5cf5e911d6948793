console.log("broken");
throw new Error("broken");
