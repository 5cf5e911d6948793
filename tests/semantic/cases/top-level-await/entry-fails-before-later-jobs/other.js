Promise.resolve().then(() => console.log("other job"));
