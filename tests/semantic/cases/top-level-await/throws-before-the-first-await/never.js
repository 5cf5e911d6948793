console.log("never");
await 0;
