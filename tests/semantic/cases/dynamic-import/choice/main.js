import * as one from "./one.js";

const pick = (n) =>
  import(n === 1 ? "./one.js" : n === 2 ? `./two.js` : (console.log("asked"), "./" + "broken.js"));

for (let n = 1; n <= 3; n++) {
  await pick(n).then(
    (space) => console.log(n, space.default, space === one),
    (error) => console.log(n, error.message),
  );
}
console.log((await pick(2)) === (await import("./two.js")));
const errors = [await pick(3).catch((error) => error), await pick(3).catch((error) => error)];
console.log(errors[0] === errors[1]);
const data = await import(errors ? "./data.json" : "./other.json", { with: { type: "json" } });
console.log(data.default.name, Object.keys(data).join());
const two = await import(one.default.length > 5 ? "./one.js" : ("", "./two.js"));
console.log(two.seen("1 + 1"), (await two.back(true)) === one, (await two.back(false)) === two);
console.log((await import("" || "./two.js")) === two, (await import(("./two.js" && "./one.js"))) === one);
