console.log("throws");
throw new RangeError("at once");
