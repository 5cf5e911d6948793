import "./a.js";
for (const x of [1]) console.log("main", x);
