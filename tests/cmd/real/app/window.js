define(function () {
  // Whatever is asked of an element or its properties is there, and does nothing.
  function make(type) {
    return new Proxy(function () {}, {
      get: function (target, key) {
        if (key === Symbol.toPrimitive) return function () { return "x"; };
        if (key === "nodeType") return type;
        if (key === "length") return 0;
        if (key === "ownerDocument") return page;
        if (key === "documentMode" || key === "defaultView") return undefined;
        if (key === "prototype" || (key in target && key !== "name")) return target[key];
        return make(1);
      },
      apply: function () { return make(1); },
      set: function () { return true; },
      has: function () { return true; },
    });
  }
  var page = make(9);
  function nothing() {}
  return {
    document: page,
    setTimeout: setTimeout,
    location: { href: "http://localhost/" },
    addEventListener: nothing,
    removeEventListener: nothing,
  };
});
