import { state, set } from "./state.js";

set("by main");
import("./lazy.js").then(({ read, write }) => {
  console.log(read());
  write("by lazy");
  console.log(state, read());
});
