import { run, secret } from "./dep.js";
const value = "main", mainOnly = 1;
console.log(run("secret"), run("value"), run("typeof run"), run("this"), run("typeof mainOnly"), run("typeof dep"));
console.log(secret, value, mainOnly);
