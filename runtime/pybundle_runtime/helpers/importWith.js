// globals: Object TypeError
// import() with a second argument: looks at it as EvaluateImportCall does, then loads.
const importWith = (({ keys }, Refused) => {
  const reject = async (error) => { throw error; };
  const isObject = (value) => typeof value === "object" ? value !== null : typeof value === "function";
  const check = (options) => {
    if (options === undefined) return;
    if (!isObject(options)) throw new Refused("The second argument of import() must be an object");
    const attributes = options.with;
    if (attributes === undefined) return;
    if (!isObject(attributes)) throw new Refused("The 'with' option must be an object");
    const names = keys(attributes);
    for (const name of names) {
      if (typeof attributes[name] !== "string") throw new Refused(`Import attribute '${name}' must be a string`);
    }
    for (const name of names) {
      if (name === "type" && attributes[name] === "json") continue;
      throw new Refused(`Import attribute '${name}' with value '${attributes[name]}' is not supported`);
    }
  };
  return (load, options) => {
    try {
      check(options);
    } catch (error) {
      return reject(error);
    }
    return load();
  };
})(Object, TypeError);
