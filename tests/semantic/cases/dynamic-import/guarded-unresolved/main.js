console.log("runs");
(async () => {
  try {
    await import("./nowhere.js");
  } catch (error) {
    console.log("try", error instanceof Error);
  }
  await import("./nowhere.js").catch((error) => console.log("catch", error instanceof Error));
  await import("../not/there.js").then(
    () => console.log("never"),
    (error) => console.log("then", error instanceof Error),
  );
  await import("./nowhere.js").then(() => console.log("never")).catch(() => console.log("chain"));
  const { here } = await import("./here.js").catch(() => ({}));
  console.log(here);
})();
