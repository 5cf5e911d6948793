import("./left.js").then(({ look }) => look("after"));
