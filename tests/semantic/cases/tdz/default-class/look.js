import Named from "./named.js";
import Anonymous from "./anonymous.js";

export function look(which) {
  return (which === "named" ? Named : Anonymous).name;
}
for (const which of ["named", "anonymous"]) {
  try {
    console.log(look(which));
  } catch (error) {
    console.log(which, error.name);
  }
}
