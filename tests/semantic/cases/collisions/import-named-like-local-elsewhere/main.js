import { internal as external } from "./dep.js";

const internal = "main internal";
function nested() {
  const internal = "nested internal";
  return [internal, external].join();
}
console.log(internal, external, nested(), ((internal) => external)("argument"));
{
  const internal = "block", dep_internal = "block 2", internal$1 = "block 3";
  console.log(external, internal, dep_internal, internal$1);
}
