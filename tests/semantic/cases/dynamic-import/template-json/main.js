(async () => {
  const load = (name) => import(`./data/${name}.json`, { with: { type: "json" } });
  const one = await load("one");
  console.log(Object.keys(one).join(), JSON.stringify(one.default), one === (await load("one")));
  console.log((await load("two")).default);
})();
