throw new Error("nobody asks for it");
