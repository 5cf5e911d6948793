(async () => {
  const tried = async (name) => {
    try {
      const loading = import(`./parts/${name}.js`);
      console.log(name, Object.prototype.toString.call(loading));
      await loading;
      console.log("loaded", name);
    } catch (error) {
      console.log("rejected", name, error instanceof Error);
    }
  };
  await tried("nowhere");
  await tried("nowhere");
  await tried("constructor");
  await tried("");
  await tried("there");
  await import(`./none/${"x"}.js`).catch((error) => console.log("none", error instanceof Error));
})();
