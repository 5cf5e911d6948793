// globals: TypeError
// import() of a specifier that is made when the program runs: one of those of `modules`, or
// none that can be resolved.
const importFrom = ((Refused) => {
  const reject = async (error) => { throw error; };
  return (modules, specifier) => modules[specifier]?.()
    ?? reject(new Refused(`Failed to resolve module specifier '${specifier}'`));
})(TypeError);
