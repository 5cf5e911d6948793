console.log("waits"); await import("./lazy.js"); console.log("never");
