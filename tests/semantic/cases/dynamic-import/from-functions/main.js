const load = async (name) => {
  const { default: value } = await (name === "a" ? import("./a.js") : import("./b.js"));
  return value;
};
class Loader {
  static cache = {};
  async get() {
    return (Loader.cache.c ??= await import("./c.js")).default;
  }
}
(async () => {
  for (const name of ["a", "b", "a"]) console.log(await load(name));
  console.log(await new Loader().get(), await new Loader().get());
  const { x, ...rest } = await import("./c.js");
  console.log(x, Object.keys(rest).join(), (await import("./a.js")).default);
})();
