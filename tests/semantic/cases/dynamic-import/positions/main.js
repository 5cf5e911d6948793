(async () => {
  class A {
    static a = import("./a.js");
    b = import("./a.js");
    [`c${typeof import("./a.js")}`] = 1;
    static async *d() {
      yield import("./a.js");
    }
    #e = (x = import("./a.js")) => x;
    e() {
      return this.#e();
    }
  }
  const { b, cobject } = new A();
  const all = await Promise.all([A.a, b, new A().e(), (await A.d().next()).value, import((("./a.js"))), (import("./a.js"))]);
  console.log(all.every((ns) => ns === all[0]), cobject);
  const { a, default: named = "default" } = await import("./a.js");
  console.log(a, named);
  class B extends (await import("./a.js")).Base {}
  console.log(new B().x, await import("./a.js")?.then((ns) => ns.a));
  for (const key of Object.keys(await import("./a.js"))) console.log(key);
  for await (const ns of [import("./a.js"), import(`./a.js`)]) console.log(ns.a);
  console.log(`${(await import("./a.js")).a}`, (await import("./a.js", {})).a, (await import("./a.js",)).a);
  const tag = (strings, promise) => promise;
  console.log((await tag`${import("./a.js")}`).a, typeof import("./a.js"), !import("./a.js"));
  label: if (import("./a.js") instanceof Promise) console.log("a promise");
  import
  (
    /* here */ "./a.js" // there
  ).then(({ a }) => console.log("last", a));
})();
