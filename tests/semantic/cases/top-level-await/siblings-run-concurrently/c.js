console.log("c has no await");
