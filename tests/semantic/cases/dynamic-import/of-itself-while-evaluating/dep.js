console.log("dep starts");
import("./main.js").then((main) => console.log("main imported by dep", main.value));
import("./dep.js").then((dep) => console.log("dep imported by itself", dep.late()));
export const late = () => value;
const value = "value";
console.log("dep ends");
