const _ = require("lodash");
const chunk = require("lodash/chunk");
const fp = require("lodash/fp");
console.log(chunk([1, 2, 3, 4, 5], 2), _.VERSION, _.kebabCase("fooBar Baz"));
console.log(_([1, 2, 3, 4]).filter((n) => n % 2).map((n) => n * n).value());
console.log(fp.flow(fp.map((n) => n + 1), fp.sum)([1, 2, 3]), fp.get("a.b")({ a: { b: 1 } }));
console.log(_.template("hello <%= user %>")({ user: "fred" }), _.isEqual({ a: [1] }, { a: [1] }));
console.log(_.groupBy(["one", "two", "three"], "length"), Object.keys(_).length);
