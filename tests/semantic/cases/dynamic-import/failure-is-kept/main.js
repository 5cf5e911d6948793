let first;
import("./throws.js")
  .catch((error) => {
    first = error;
    console.log(error.message);
    return import("./throws.js");
  })
  .catch((error) => {
    console.log("same", error === first);
    return import("./importer.js");
  })
  .catch((error) => {
    console.log("importer fails with it", error === first);
    return import("./ran-before.js");
  })
  .then((ns) => console.log("what ran before the failure is fine", ns.x));
