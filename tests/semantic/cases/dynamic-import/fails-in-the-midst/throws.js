console.log("throws"); throw new RangeError("once");
