// DOMException, Event, CustomEvent, EventTarget, AbortController, AbortSignal (WHATWG DOM, the
// parts that work without a document).
const EXCEPTION_CODES = {
  __proto__: null, IndexSizeError: 1, InvalidCharacterError: 5, NotFoundError: 8,
  NotSupportedError: 9, InvalidStateError: 11, SyntaxError: 12, InvalidAccessError: 15, TypeMismatchError: 17,
  NetworkError: 19, AbortError: 20, QuotaExceededError: 22, TimeoutError: 23, DataCloneError: 25,
};
class DOMException extends Error {
  #name;
  constructor(message = "", options = "Error") {
    super(message);
    const named = typeof options === "object" && options !== null;
    this.#name = toText(named ? options.name ?? "Error" : options);
    if (named && "cause" in options) define(this, "cause", options.cause);
  }
  get name() { return this.#name; }
  get code() { return EXCEPTION_CODES[this.#name] ?? 0; }
}

const eventState = new globalThis.WeakMap();
class Event {
  constructor(type, init = {}) {
    if (arguments.length === 0) throw new TypeError("1 argument required, but only 0 present.");
    eventState.set(this, {
      type: toText(type), bubbles: !!init?.bubbles, cancelable: !!init?.cancelable,
      composed: !!init?.composed, prevented: false, stopped: false, target: null, passive: false,
      time: now,
    });
  }
  get type() { return eventState.get(this).type; }
  get bubbles() { return eventState.get(this).bubbles; }
  get cancelable() { return eventState.get(this).cancelable; }
  get composed() { return eventState.get(this).composed; }
  get defaultPrevented() { return eventState.get(this).prevented; }
  get target() { return eventState.get(this).target; }
  get currentTarget() { return eventState.get(this).target; }
  get srcElement() { return eventState.get(this).target; }
  get eventPhase() { return eventState.get(this).target === null ? 0 : 2; }
  get isTrusted() { return false; }
  get timeStamp() { return eventState.get(this).time; }
  composedPath() { const { target } = eventState.get(this); return target ? [target] : []; }
  preventDefault() {
    const state = eventState.get(this);
    if (state.cancelable && !state.passive) state.prevented = true;
  }
  stopPropagation() {}
  stopImmediatePropagation() { eventState.get(this).stopped = true; }
}
class CustomEvent extends Event {
  #detail;
  constructor(type, init = {}) {
    super(type, init);
    this.#detail = init?.detail ?? null;
  }
  get detail() { return this.#detail; }
}

const listenersOf = new globalThis.WeakMap();
class EventTarget {
  constructor() {
    listenersOf.set(this, []);
  }
  addEventListener(type, callback, options) {
    const capture = typeof options === "boolean" ? options : !!options?.capture;
    const signal = typeof options === "object" ? options?.signal : undefined;
    if (callback === null || callback === undefined || signal?.aborted) return;
    const list = listenersOf.get(this);
    const name = toText(type);
    if (list.some((l) => l.type === name && l.callback === callback && l.capture === capture)) {
      return;
    }
    list.push({
      type: name, callback, capture, once: !!options?.once, passive: !!options?.passive,
      removed: false,
    });
    signal?.addEventListener("abort", () => this.removeEventListener(type, callback, options));
  }
  removeEventListener(type, callback, options) {
    const capture = typeof options === "boolean" ? options : !!options?.capture;
    const list = listenersOf.get(this);
    const at = list.findIndex((l) =>
      l.type === toText(type) && l.callback === callback && l.capture === capture);
    if (at >= 0) list.splice(at, 1)[0].removed = true;
  }
  dispatchEvent(event) {
    const state = eventState.get(event);
    if (state === undefined) throw new TypeError("parameter 1 is not of type 'Event'.");
    if (state.target !== null) {
      throw new DOMException("The event is already being dispatched.", "InvalidStateError");
    }
    state.target = this;
    const list = listenersOf.get(this);
    for (const listener of list.filter((l) => l.type === state.type)) {
      if (state.stopped) break;
      if (listener.removed) continue;
      if (listener.once) list.splice(list.indexOf(listener), 1);
      state.passive = listener.passive;
      try {
        if (typeof listener.callback === "function") apply(listener.callback, this, [event]);
        else listener.callback.handleEvent(event);
      } catch (error) {
        emitThrown("error", "listener", error);
      }
    }
    state.stopped = false;
    state.target = null;
    return !state.prevented;
  }
}

const signalState = new globalThis.WeakMap();
let allowSignal = false;
class AbortSignal extends EventTarget {
  constructor() {
    super();
    if (!allowSignal) throw new TypeError("Illegal constructor");
    signalState.set(this, { aborted: false, reason: undefined, dependents: [] });
    this.onabort = null;
  }
  get aborted() { return signalState.get(this).aborted; }
  get reason() { return signalState.get(this).reason; }
  throwIfAborted() { if (this.aborted) throw this.reason; }
  static abort(reason) {
    const signal = newSignal();
    abortSignal(signal, reason);
    return signal;
  }
  static timeout(delay) {
    const signal = newSignal();
    const expire = () => abortSignal(signal, new DOMException("signal timed out", "TimeoutError"));
    addTimer(expire, delay, [], false, false);
    return signal;
  }
  static any(signals) {
    const signal = newSignal();
    for (const other of signals) {
      if (other.aborted) {
        abortSignal(signal, other.reason);
        break;
      }
      signalState.get(other).dependents.push(signal);
    }
    return signal;
  }
}
const newSignal = () => {
  allowSignal = true;
  try {
    return new AbortSignal();
  } finally {
    allowSignal = false;
  }
};
const abortSignal = (signal, reason) => {
  const state = signalState.get(signal);
  if (state.aborted) return;
  state.aborted = true;
  state.reason = reason === undefined
    ? new DOMException("signal is aborted without reason", "AbortError")
    : reason;
  const event = new Event("abort");
  if (typeof signal.onabort === "function") apply(signal.onabort, signal, [event]);
  signal.dispatchEvent(event);
  for (const dependent of state.dependents) abortSignal(dependent, state.reason);
};
class AbortController {
  #signal = newSignal();
  get signal() { return this.#signal; }
  abort(reason) { abortSignal(this.#signal, reason); }
}
