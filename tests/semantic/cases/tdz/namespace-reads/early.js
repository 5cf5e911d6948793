import * as ns from "./main.js";

export function probe(when) {
  for (const key of ["default", "f", "v", "x", "y", "missing"]) {
    try {
      console.log(when, key, typeof ns[key]);
    } catch (error) {
      console.log(when, key, error.name);
    }
  }
  try {
    console.log(when, "ns.x", ns.x);
  } catch (error) {
    console.log(when, "ns.x", error.name);
  }
}
probe("before");
