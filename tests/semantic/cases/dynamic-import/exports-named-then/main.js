import("./thenable.js").then((value) => console.log("resolved with", value));
