import * as mobx from "mobx";
import { observable, computed, action, autorun, reaction, makeAutoObservable, makeObservable, runInAction, toJS, when, flow, observe, intercept, isObservable, configure, extendObservable, spy, untracked, keys, override } from "mobx";

console.log(Object.keys(mobx).length);
configure({ enforceActions: "never" });
class Todo {
  done = false;
  constructor(title) {
    this.title = title;
    makeAutoObservable(this, {}, { autoBind: true });
  }
  get label() {
    return `${this.done ? "x" : " "} ${this.title}`;
  }
  toggle() {
    this.done = !this.done;
  }
  *load(n) {
    const value = yield Promise.resolve(n);
    this.title += value;
    return value;
  }
}
const todo = new Todo("write");
const stop = autorun(() => console.log("label", todo.label));
todo.toggle();
const { toggle } = todo;
toggle();
stop();
todo.toggle();
todo.load(5).then((v) => console.log("flow", v, todo.title));

const list = observable([1, 2, 3]);
const sum = computed(() => list.reduce((a, b) => a + b, 0));
const seen = [];
reaction(() => sum.get(), (now, before) => seen.push([before, now]));
list.push(4);
runInAction(() => {
  list.replace([10, 20]);
  list[0] = 5;
});
console.log(seen, toJS(list), list.slice(), isObservable(list), Array.isArray(list));
const map = observable.map({ a: 1 });
observe(map, (change) => console.log(change.type, change.name, change.newValue));
intercept(map, (change) => (change.newValue === "bad" ? null : change));
map.set("b", 2);
map.set("b", "bad");
map.delete("a");
console.log([...map.entries()], keys(map));
class Base {
  x = 1;
  constructor() {
    makeObservable(this, { x: observable, bump: action, double: computed });
  }
  bump() {
    this.x++;
  }
  get double() {
    return this.x * 2;
  }
}
class Derived extends Base {
  constructor() {
    super();
    makeObservable(this, { bump: override });
  }
  bump() {
    super.bump();
    super.bump();
  }
}
const derived = new Derived();
derived.bump();
console.log(derived.double, Derived.name, extendObservable({}, { y: 1 }).y);
when(() => derived.x > 5).then(() => console.log("when"));
derived.bump();
derived.bump();
const loop = observable.box(0);
const off = mobx.onReactionError((error) => console.log("reaction", error.message));
autorun(() => {
  if (loop.get() === 1) throw new Error("in reaction");
});
loop.set(1);
off();
const cyclic = computed(() => cyclic.get());
try {
  cyclic.get();
} catch (error) {
  console.log(error.name, error.message);
}
