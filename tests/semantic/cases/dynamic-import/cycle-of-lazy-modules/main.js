import("./a.js").then((ns) => console.log(ns.a, ns.fromB()));
