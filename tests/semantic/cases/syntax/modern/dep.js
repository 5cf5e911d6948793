class Counter {
  static #count = 0n;
  static { Counter.#count += 1_000n; }
  #secret = 0x1F;
  static has(o) { return #secret in o; }
  get secret() { return this.#secret ??= 1; }
  set secret(v) { this.#secret ||= v; this.#secret &&= v; }
  static async *[Symbol.asyncIterator]() { yield* [1, 2]; }
  'quoted method'() { return super.toString === Object.prototype.toString; }
  static accessor = 1;
}
const re = /(?<year>\d{4})-(?<month>\d\d)/du, sticky = /[\p{L}--[a-z]]/v;
export function run({ a: { b: [c = 1, ...d] = [] } = {}, ...rest } = {}, ...more) {
  const o = { __proto__: null, get x() { return c?.y?.[d]?.() ?? "nullish"; }, async *gen() {}, 1e3: "numeric", ["a" + 1]: 2 };
  outer: for (const [k, v] of Object.entries({ k: 1 })) { for (;;) continue outer; }
  const n = 2 ** 3 ** 0.5 | 0, big = 10n ** 3n;
  new.target?.x;
  try { throw 0 } catch { } finally { }
  return [o.x, o[1e3], o.a1, n, big, Counter.has(new Counter()), new Counter().secret, re.exec("2024-05").groups.year,
    sticky.test("A"), new Counter()["quoted method"](), rest?.z, more.length, 0b11 + 0o17, "\u{1F600}".length, `a${`b${1}`}`].join();
}
