for (const name of globalThis.neverSet ?? []) await import(name);
const told = (what) => (error) => console.log(what, error);
const [entry, lazy] = [import("./main.js"), import("./lazy.js")];
lazy.catch(() => {});
entry.catch(() => {});
setTimeout(async () => {
  await entry.catch(told("entry"));
  await lazy.catch(told("lazy"));
  await import("./lazy.js").catch(told("again"));
}, 50);
