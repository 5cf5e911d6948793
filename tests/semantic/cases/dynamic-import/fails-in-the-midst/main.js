const run = async () => {
  for (const load of [() => import("./one.js"), () => import("./two.js"), () => import("./one.js")]) {
    await load().catch((error) => console.log("caught", error.message));
  }
  console.log((await import("./apart.js")).apart);
};
run();
