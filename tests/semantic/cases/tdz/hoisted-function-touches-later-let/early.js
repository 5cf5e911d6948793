import { read, write } from "./main.js";

export function attempt(when) {
  for (const action of [read, () => write("written"), read]) {
    try {
      console.log(when, action());
    } catch (error) {
      console.log(when, error.name);
    }
  }
}
attempt("before");
