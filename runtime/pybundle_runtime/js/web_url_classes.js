// The classes URL and URLSearchParams, over the parser of web_url.js.
const decodeForm = (text) => percentDecode(text.replaceAll("+", " "));
const encodeForm = (text) => percentEncode(text, (code) =>
  !(code >= 48 && code <= 57 || code >= 65 && code <= 90 || code >= 97 && code <= 122 ||
    code === 42 || code === 45 || code === 46 || code === 95)).replaceAll("%20", "+");
let linkParams;
class URLSearchParams {
  #list = [];
  #changed = () => {};
  constructor(init = "") {
    if (typeof init === "object" && init !== null || typeof init === "function") {
      if (typeof init[Symbol.iterator] === "function") {
        for (const pair of init) {
          const [name, value, ...more] = pair;
          if (value === undefined || more.length > 0) {
            throw new TypeError("Each query pair must be an iterable [name, value] tuple");
          }
          this.#list.push([toText(name), toText(value)]);
        }
      } else for (const key of Object.keys(init)) this.#list.push([key, toText(init[key])]);
    } else this.#parse(toText(init).replace(/^\?/, ""));
  }
  static {
    linkParams = (params, text, changed) => {
      params.#parse(text);
      params.#changed = changed;
    };
  }
  #parse(text) {
    this.#list = text.split("&").filter((part) => part !== "").map((part) => {
      const at = part.indexOf("=");
      return at < 0 ? [decodeForm(part), ""]
        : [decodeForm(part.slice(0, at)), decodeForm(part.slice(at + 1))];
    });
  }
  get size() { return this.#list.length; }
  append(name, value) {
    this.#list.push([toText(name), toText(value)]);
    this.#changed(this.toString());
  }
  delete(name, value) {
    this.#list = this.#list.filter(([key, item]) =>
      key !== toText(name) || value !== undefined && item !== toText(value));
    this.#changed(this.toString());
  }
  get(name) { return this.#list.find(([key]) => key === toText(name))?.[1] ?? null; }
  getAll(name) {
    return this.#list.filter(([key]) => key === toText(name)).map(([, value]) => value);
  }
  has(name, value) {
    return this.#list.some(([key, item]) =>
      key === toText(name) && (value === undefined || item === toText(value)));
  }
  set(name, value) {
    const at = this.#list.findIndex(([key]) => key === toText(name));
    if (at < 0) this.#list.push([toText(name), toText(value)]);
    else {
      this.#list[at][1] = toText(value);
      this.#list = this.#list.filter(([key], i) => i <= at || key !== toText(name));
    }
    this.#changed(this.toString());
  }
  sort() {
    this.#list.sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0);
    this.#changed(this.toString());
  }
  forEach(callback, thisArgument) {
    for (const [name, value] of this) apply(callback, thisArgument, [value, name, this]);
  }
  *entries() { for (let i = 0; i < this.#list.length; i++) yield [...this.#list[i]]; }
  *keys() { for (const [name] of this.entries()) yield name; }
  *values() { for (const [, value] of this.entries()) yield value; }
  [Symbol.iterator]() { return this.entries(); }
  toString() {
    return this.#list.map(([key, value]) => `${encodeForm(key)}=${encodeForm(value)}`).join("&");
  }
}

class URL {
  #url;
  #params = null;
  constructor(input, base) {
    if (arguments.length === 0) throw new TypeError("1 argument required, but only 0 present.");
    try {
      const from = base === undefined ? null : parseURL(toText(base), null);
      this.#url = parseURL(toText(input), from);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw invalidURL();
    }
  }
  static canParse(input, base) { return URL.parse(input, base) !== null; }
  static parse(input, base) {
    try {
      return new URL(input, base);
    } catch {
      return null;
    }
  }
  #change(change) {
    const copy = { ...this.#url, path: [...this.#url.path] };
    try {
      change(copy);
    } catch {
      return;
    }
    this.#url = copy;
  }
  #canHaveUser() { return this.#url.host !== null && this.#url.host !== "" &&
    this.#url.scheme !== "file"; }
  get href() { return serializeURL(this.#url); }
  set href(value) {
    this.#url = parseURL(toText(value), null);
    this.#linkParams();
  }
  get origin() {
    const { scheme } = this.#url;
    if (scheme === "blob") {
      const inner = URL.parse(serializePath(this.#url));
      return inner && /^https?:$/.test(inner.protocol) ? inner.origin : "null";
    }
    return scheme in SPECIAL && scheme !== "file"
      ? `${scheme}://${serializeHost(this.#url)}` : "null";
  }
  get protocol() { return `${this.#url.scheme}:`; }
  set protocol(value) {
    const found = /^([A-Za-z][A-Za-z0-9+.-]*)(?::|$)/.exec(toText(value));
    if (!found) return;
    this.#change((url) => {
      const next = found[1].toLowerCase();
      if ((next in SPECIAL) !== isSpecial(url) || next === "file" || url.scheme === "file") return;
      url.scheme = next;
      if (url.port === SPECIAL[next]) url.port = null;
    });
  }
  get username() { return this.#url.username; }
  set username(value) {
    if (!this.#canHaveUser()) return;
    this.#change((url) => { url.username = percentEncode(toText(value), inUserinfo); });
  }
  get password() { return this.#url.password; }
  set password(value) {
    if (!this.#canHaveUser()) return;
    this.#change((url) => { url.password = percentEncode(toText(value), inUserinfo); });
  }
  get host() { return serializeHost(this.#url); }
  set host(value) {
    if (this.#url.opaque !== null) return;
    this.#change((url) => {
      const [, host, port] = /^((?:\[[^\]]*\]|[^:/\\?#])*)(?::(\d*))?/.exec(toText(value));
      url.host = parseHost(host, isSpecial(url));
      if (port) setPort(url, port);
    });
  }
  get hostname() { return this.#url.host ?? ""; }
  set hostname(value) {
    if (this.#url.opaque !== null) return;
    this.#change((url) => {
      const [host] = /^(?:\[[^\]]*\]|[^:/\\?#])*/.exec(toText(value));
      url.host = parseHost(host, isSpecial(url));
    });
  }
  get port() { return this.#url.port === null ? "" : toText(this.#url.port); }
  set port(value) {
    if (!this.#canHaveUser()) return;
    const [digits] = /^\d*/.exec(toText(value));
    if (digits === "" && toText(value) !== "") return;
    this.#change((url) => setPort(url, digits));
  }
  get pathname() { return serializePath(this.#url); }
  set pathname(value) {
    if (this.#url.opaque !== null) return;
    this.#change((url) => {
      url.path = [];
      const text = toText(value).replace(/[\t\n\r]/g, "");
      parsePath(url, text.replace(isSpecial(url) ? /^[/\\]/ : /^\//, ""));
    });
  }
  get search() { return this.#url.query ? `?${this.#url.query}` : ""; }
  set search(value) {
    const text = toText(value).replace(/^\?/, "");
    this.#change((url) => {
      url.query = text === "" ? null
        : percentEncode(text, isSpecial(url) ? inSpecialQuery : inQuery);
    });
    this.#linkParams();
  }
  get searchParams() {
    if (this.#params === null) {
      this.#params = new URLSearchParams();
      this.#linkParams();
    }
    return this.#params;
  }
  #linkParams() {
    if (this.#params === null) return;
    linkParams(this.#params, this.#url.query ?? "", (text) => {
      this.#url.query = text === "" ? null : text;
    });
  }
  get hash() { return this.#url.fragment ? `#${this.#url.fragment}` : ""; }
  set hash(value) {
    const text = toText(value).replace(/^#/, "");
    this.#url.fragment = text === "" ? null : percentEncode(text, inFragment);
  }
  toString() { return this.href; }
  toJSON() { return this.href; }
}
