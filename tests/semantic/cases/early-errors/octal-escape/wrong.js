console.log("\01");
