const load = async () => {
  const { default: thing } = await import("./thing.js");
  return thing;
};
const other = async (thing) => (await import("./thing.js")).name + thing;

console.log(await load());
console.log(await other("!"));
{
  let thing_module = 1;
  let lazyGraph = 2;
  let graph = 3;
  console.log((await import("./thing.js")).default, thing_module + lazyGraph + graph);
}
