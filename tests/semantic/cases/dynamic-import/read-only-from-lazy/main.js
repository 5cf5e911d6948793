import { x } from "./dep.js";
import("./lazy.js").then((lazy) => {
  console.log(lazy.attempt(), x);
  try {
    lazy.y = 1;
  } catch (error) {
    console.log(error.name);
  }
});
