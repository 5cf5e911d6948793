// What browsers and Node give and the language does not, as far as the scripts need it; deterministic.
class Signal {
  aborted = false;
  reason = undefined;
  listeners = new Set();
  addEventListener(type, listener) {
    this.listeners.add(listener);
  }
  removeEventListener(type, listener) {
    this.listeners.delete(listener);
  }
  throwIfAborted() {
    if (this.aborted) throw this.reason;
  }
}
class Controller {
  signal = new Signal();
  abort(reason = new Error("aborted")) {
    if (this.signal.aborted) return;
    Object.assign(this.signal, { aborted: true, reason });
    for (const listener of this.signal.listeners) listener({ type: "abort" });
  }
}
class Target {
  addEventListener() {}
  removeEventListener() {}
}
class Encoder {
  encode(text = "") {
    return Uint8Array.from(unescape(encodeURIComponent(text)), (c) => c.charCodeAt(0));
  }
}
class Decoder {
  decode(bytes = new Uint8Array()) {
    return decodeURIComponent(escape(String.fromCharCode(...(ArrayBuffer.isView(bytes) ? bytes : new Uint8Array(bytes)))));
  }
}
class Params extends Map {
  append(key, value) {
    this.set(key, value);
  }
}
class Address {
  constructor(text) {
    const [, origin, path, , query = ""] = /^(\w+:\/\/[^/?]+)([^?]*)(\?(.*))?$/.exec(text);
    this.origin = origin;
    this.pathname = path;
    this.searchParams = new Params(query.split("&").filter(Boolean).map((pair) => pair.split("=")));
  }
}
let seed = 1;
const random = {
  getRandomValues(array) {
    for (let i = 0; i < array.length; i++) array[i] = seed = (seed * 16807) % 2147483647;
    return array;
  },
  subtle: {},
};
const host = {
  AbortController: Controller,
  AbortSignal: Signal,
  TextEncoder: Encoder,
  TextDecoder: Decoder,
  crypto: random,
  URL: Address,
  URLSearchParams: Params,
  EventTarget: Target,
};
for (const [name, value] of Object.entries(host)) {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true, enumerable: false });
}
