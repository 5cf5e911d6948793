// globals: Object TypeError
// import() with a second argument, which is given last: looks at it as EvaluateImportCall does, then
// loads what is given first.
const importWith = (({ keys }, Refused) => {
  const reject = async (error) => { throw error; };
  const isObject = (value) => typeof value === "object" ? value !== null : typeof value === "function";
  const check = (options) => {
    if (options === undefined) return;
    if (!isObject(options)) throw new Refused("The second argument of import() must be an object");
    const attributes = options.with;
    if (attributes === undefined) return;
    if (!isObject(attributes)) throw new Refused("The 'with' option must be an object");
    let error;
    for (const name of keys(attributes)) {
      const value = attributes[name];
      if (name === "type" && value === "json") continue;
      error ??= new Refused(typeof value === "string"
        ? `Import attribute '${name}' with value '${value}' is not supported`
        : `Import attribute '${name}' must be a string`);
    }
    if (error) throw error;
  };
  return (load, ...given) => {
    try {
      check(given[given.length - 1]);
    } catch (error) {
      return reject(error);
    }
    return load(given[0], given[1]);
  };
})(Object, TypeError);
