import { value as v, set } from "./dep.js";

function read(label) {
  const inDefault = (p = v) => p;
  class Field {
    [`m_${v}`]() {
      return "computed " + v;
    }
    own = v;
    static shared = v;
    static {
      this.block = v;
    }
    get #secret() {
      return v;
    }
    secret() {
      return this.#secret;
    }
  }
  const tag = (strings, ...values) => strings.raw.join("|") + values.join(",");
  const object = { v, [v]: v, v: v, method() { return v; } };
  const { [v]: picked = v } = {};
  const f = new Field();
  console.log(
    label, v, inDefault(), f[`m_${v}`](), f.own, Field.shared, Field.block, f.secret(),
    tag`<${v}>`, object.v, object[v], object.method(), picked, typeof v, -v, [v, ...[v]].join(""),
    v ? v : 0, (0, v), `${v}`, v?.toFixed?.(1), void v, v in { 2: 1 }, v instanceof Object,
  );
  label: for (const x of [v]) {
    switch (x) {
      case v:
        console.log("switched", x === v);
        break label;
    }
  }
}
read("before");
set(2);
read("after");
