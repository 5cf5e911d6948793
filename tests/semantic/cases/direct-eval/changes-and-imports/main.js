import { state, run, read } from "./dep.js";
import { shared, change } from "./shared.js";

run("state = 'changed by eval'");
console.log(state, read());
change("changed");
console.log(run("imported"), run("ns.shared"), shared);
for (const code of ["imported = 1", "ns.shared = 1", "constant = 1", "undeclared = 1", "later", "var leaked = 1; leaked", "typeof leaked"]) {
  try {
    console.log(code, run(code));
  } catch (error) {
    console.log(code, error.name);
  }
}
