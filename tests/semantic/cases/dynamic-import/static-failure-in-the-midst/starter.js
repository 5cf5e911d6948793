import "./fine.js";
const report = async () => {
  const error = await import("./lazy.js").catch((reason) => reason);
  console.log("lazy", error.message);
  const again = await import("./lazy.js").catch((reason) => reason);
  console.log("again", again === error);
  console.log((await import("./fine.js")).fine);
};
setTimeout(report);
