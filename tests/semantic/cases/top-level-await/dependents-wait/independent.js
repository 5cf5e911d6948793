console.log("independent");
