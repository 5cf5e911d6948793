for (const x of [1]) console.log("dep", x);
