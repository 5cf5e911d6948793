// globals: Error
// What require() of an ES module that awaits, or waits for one that does, ends in.
const requireAsync = () => {
  const error = new Error("require() cannot be used on an ESM graph with top-level await."
    + " Use import() instead.");
  error.code = "ERR_REQUIRE_ASYNC_MODULE";
  throw error;
};
