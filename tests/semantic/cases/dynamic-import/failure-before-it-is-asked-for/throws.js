console.log("throws runs"); throw { toString: () => "thrown" };
