(() => {
"use strict";

let failure;
try {
return (() => {

// Evaluates modules when import() asks for them (ECMA-262, InnerModuleEvaluation). In an ES
// module `self` imports the bundle itself, which alone tells what has stopped it; what finds
// itself not evaluated then throws the graph.
const graph = (() => {
  const visit = (module, stack) => {
    if (module.failure) throw module.failure.error;
    if (module.root || module.low) return;
    const index = module.low = stack.push(module);
    for (const each of module.dependencies()) {
      visit(each, stack);
      if (!each.root && each.low < module.low) module.low = each.low;
    }
    module.run();
    if (module.low === index) for (const member of stack.splice(index - 1)) member.root = module;
  };
  const evaluate = (module, stack = []) => {
    try {
      visit(module, stack);
    } catch (error) {
      for (const member of stack) member.failure = { error };
      throw error;
    }
  };
  const graph = {
    evaluate,
    load: async (module, namespace) => {
      await 0;
      try {
        await (async () => evaluate(module))();
      } catch (error) {
        throw error === graph ? await graph.self() : error;
      }
      return namespace;
    },
  };
  return graph;
})();

// Makes a module namespace object (ECMA-262, Module Namespace Exotic Objects). `slots` has a
// function for each export, which reads its slot and so throws while that is uninitialized.
const createNamespace = (slots) => {
  const { create, defineProperty, preventExtensions, setPrototypeOf, hasOwn, is } = Object;
  const { getOwnPropertyDescriptor, defineProperty: ordinaryDefine, get } = Reflect;
  // Without a prototype: a program may give that of objects a property `get`.
  const plain = (descriptor) => descriptor && setPrototypeOf(descriptor, null);
  const names = Object.keys(setPrototypeOf(slots, null)).sort();
  const target = create(null);
  for (const name of names) {
    defineProperty(target, name, { __proto__: null, value: undefined, writable: true, enumerable: true });
  }
  defineProperty(target, Symbol.toStringTag, { __proto__: null, value: "Module" });
  const keys = [...names, Symbol.toStringTag];
  return new Proxy(preventExtensions(target), {
    __proto__: null,
    get: (_, key, receiver) => slots[key] ? slots[key]() : get(target, key, receiver),
    set: () => false,
    ownKeys: () => keys,
    getOwnPropertyDescriptor: (_, key) => slots[key]
      ? { __proto__: null, value: slots[key](), writable: true, enumerable: true, configurable: false }
      : plain(getOwnPropertyDescriptor(target, key)),
    defineProperty: (_, key, descriptor) => {
      if (!slots[key]) return ordinaryDefine(target, key, plain(descriptor));
      const value = slots[key]();
      return !hasOwn(descriptor, "get") && !hasOwn(descriptor, "set")
        && (!hasOwn(descriptor, "configurable") || !descriptor.configurable)
        && (!hasOwn(descriptor, "enumerable") || descriptor.enumerable)
        && (!hasOwn(descriptor, "writable") || descriptor.writable)
        && (!hasOwn(descriptor, "value") || is(descriptor.value, value));
    },
  });
};

let page$1;

const page = createNamespace({
  default: () => page$1.page_default,
});

const shared_module = { dependencies: () => { throw failure; } };

const page_module = {
  dependencies: () => [shared_module],
  run: () => {
page$1 = {
  get page_default() { return page_default; },
};

// title.js
console.log("title");
const title = "Title";

// page.js
console.log("page");
const page_default = { default: () => `${title} ${shared()}` }.default;
},
};

// shared.js
let calls = 0;
function shared() { return ++calls; }

shared_module.root = shared_module;

// main.js
console.log("main", shared());
graph.load(page_module, page).then(({ default: page }) => console.log(page()));

})();
} catch (error) {
failure = error;
throw error;
}
})();
