import * as ns from "./main.js";

for (const [name, action] of Object.entries({
  read: () => ns.f,
  typeof: () => typeof ns.f,
  void: () => void ns.f,
  call: () => ns.f(),
  optional: () => ns.f?.(),
  optionalNs: () => ns?.f,
  tag: () => ns.f``,
  new: () => new ns.K(),
  member: () => ns.o.p,
  memberWrite: () => { ns.o.p = console.log("evaluated"); },
  spread: () => ({ ...ns.o }),
  shorthand: () => { const { f } = ns; },
  withDefault: () => { const { f = 1 } = ns; },
  statement: () => { ns.f; },
  delete: () => delete ns.f,
  deleteMember: () => delete ns.o.p,
  assign: () => { ns.f = 1; },
  add: () => { ns.f += 1; },
  nullish: () => ns.f ?? 1,
  in: () => "f" in ns,
})) {
  try {
    console.log(name, action());
  } catch (error) {
    console.log(name, error.name);
  }
}
