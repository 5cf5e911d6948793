console.log("never"); let a; let a;
