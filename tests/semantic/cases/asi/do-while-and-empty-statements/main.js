import "./dep.js"
;;;
{}
[1].map((x) => console.log("main", x))
