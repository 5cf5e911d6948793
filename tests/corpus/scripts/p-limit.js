import pLimit, { limitFunction } from "p-limit";

const limit = pLimit(2);
const running = [];
const job = (name, ms) => () => new Promise((resolve) => {
  running.push("+" + name);
  setTimeout(() => (running.push("-" + name), resolve(name)), ms);
});
console.log(limit.activeCount, limit.pendingCount, limit.concurrency);
const all = [limit(job("a", 30)), limit(job("b", 10)), limit(job("c", 5)), limit(job("d", 1))];
Promise.resolve().then(() => console.log(limit.activeCount, limit.pendingCount));
Promise.all(all).then((names) => console.log(names, running));
const one = limitFunction(async (x) => x * 2, { concurrency: 1 });
one(21).then((x) => console.log(x));
limit.map([1, 2, 3], async (x) => x + 1).then((x) => console.log("mapped", x));
limit(() => { throw new RangeError("inside"); }).catch((e) => console.log(e.name, e.message));
try {
  pLimit(0);
} catch (error) {
  console.log(error.name, error.message);
}
