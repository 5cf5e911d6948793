import { C } from "./dep.js";

export function look() {
  try {
    return typeof C;
  } catch (error) {
    return error.name;
  }
}
