// What portable code expects of a host and V8 alone lacks, as globals.
{
  const classes = [
    DOMException, Event, CustomEvent, EventTarget, AbortController, AbortSignal, TextEncoder,
    TextDecoder, URL, URLSearchParams, Crypto, Performance,
  ];
  for (const Class of classes) {
    defineProperty(Class.prototype, toStringTag, {
      __proto__: null, value: Class.name, writable: false, enumerable: false, configurable: true,
    });
    define(globalThis, Class.name, Class);
  }
  defineAll(globalThis, base64Functions);
  defineAll(globalThis, webFunctions);
  define(globalThis, "crypto", new Crypto());
  define(globalThis, "performance", new Performance());
}
