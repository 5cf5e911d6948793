import { x } from "./main.js";

export function log() {
  try {
    console.log(String(x));
  } catch (error) {
    console.log(error.name);
  }
}
log();
