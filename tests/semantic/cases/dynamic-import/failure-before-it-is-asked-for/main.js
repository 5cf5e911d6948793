const tried = async (what, load) => {
  try {
    console.log(what, Object.keys(await load()).join());
  } catch (error) {
    console.log(what, "rejected", String(error));
    return error;
  }
};
(async () => {
  const first = await tried("all", () => import("./all.js"));
  console.log(first === (await tried("throws", () => import("./throws.js"))));
  console.log(first === (await tried("all again", () => import("./all.js"))));
  await tried("before", () => import("./before.js"));
  await tried("after", () => import("./after.js"));
})();
