console.log(typeof exports, typeof module, typeof require, typeof __filename, typeof arguments);
for (const read of [() => module.exports, () => arguments, () => { exports.x = 1; }, () => require("x")]) {
  try {
    read();
  } catch (error) {
    console.log(error.name);
  }
}
