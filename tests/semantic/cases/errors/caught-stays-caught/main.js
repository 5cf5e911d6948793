import { result } from "./dep.js";
try {
  try {
    throw new Error(result);
  } finally {
    console.log("finally");
  }
} catch (error) {
  console.log("caught", error.message);
}
console.log("main ends");
