(async () => {
  const events = [];
  const name = (value) => ({ toString: () => (events.push(`to string ${value}`), value) });
  const hole = (value) => (events.push(`hole ${value}`), name(value));

  await import(`./${hole("a")}/${hole("x")}.js`);
  console.log(events.splice(0).join(", "));
  await import("./" + hole("b") + "/" + hole("x") + ".js");
  console.log(events.splice(0).join(", "));
  for (const thrower of [
    () => import(`./a/${Symbol("s")}.js`),
    () => import("./a/" + { toString() { throw new RangeError("no name"); } } + ".js"),
    () => import(`./a/${undeclared}.js`),
  ]) {
    try {
      thrower();
      console.log("not thrown");
    } catch (error) {
      console.log(error.name, error.message);
    }
  }
  const options = (value) => (events.push("options"), value);
  await import(`./a/${hole("x")}.js`, options({}));
  console.log(events.join(", "));
})();
