import { target } from "./dep.js";

for (const action of [
  () => { target = class { static { console.log("assigned class", this.name); } }; },
  () => { [target = class { static { console.log("default class", this.name); } }] = []; },
  () => { ({ target = class { static { console.log("shorthand class", this.name); } } } = {}); },
  () => { target ??= class { static { console.log("never"); } }; },
  () => { target &&= class { static { console.log("logical class", this.name); } }; },
]) {
  try {
    action();
    console.log("no error");
  } catch (error) {
    console.log(error.name);
  }
}
