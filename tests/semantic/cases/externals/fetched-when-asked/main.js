const module = "module";
const loud = "loud";

console.log("main", module, loud);
const failures = [];
for (let i = 0; i < 2; i++) await import("./needs-broken.js").catch((error) => failures.push(error));
console.log(failures.length, failures[0] === failures[1], failures[0].message);
const lazy = await import("./lazy.js", {});
console.log(lazy.show("loud"), lazy.alone, lazy === await import("./lazy.js"));
for (const name of ["lazy", "side"]) {
  const { default: value } = await import(`./${name}.js`);
  console.log(name, value);
}
const evaluated = await import("./evaluated.js");
console.log(evaluated.run("alone + own"), (await evaluated.load()).default);
