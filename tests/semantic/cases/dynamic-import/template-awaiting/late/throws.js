console.log("throws"); await null; throw new Error("late");
