throw new Error("static failure");
