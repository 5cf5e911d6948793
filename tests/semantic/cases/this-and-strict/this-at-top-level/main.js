import { values } from "./dep.js";

this;
console.log(this, this === undefined, typeof this);
console.log(values.map(String).join());
const arrow = () => this;
const nested = () => (() => [this, ...[this]])();
class K extends (this ?? Object) {
  [this]() {}
  [`${this}2`] = 1;
  own = this;
  static shared = this;
}
console.log(arrow(), nested().length, Object.getOwnPropertyNames(K.prototype).join(), Object.keys(new K()).join());
console.log(new K().own instanceof K, K.shared === K);
console.log(((x = this) => x)(), { this: this }.this, [this].length, `${this}`, this?.x, this ?? "nullish", !this, (this));
if (this) console.log("never");
try {
  this.property;
} catch (error) {
  console.log(error.name);
}
for (const x of [this]) console.log(x);
switch (this) {
  case undefined:
    console.log("switch");
}
