// Prints one line of text for each thing that is asked of the portable web interfaces.
const say = (...values) => console.log(values.map((v) => JSON.stringify(v) ?? String(v)).join(" "));
const attempt = (f) => { try { return f(); } catch (e) { return `${e.name} ${typeof e.code === "number" ? e.code : ""}`; } };

const inputs = [
  "http://a.b/c?d#e", "HTTP://User:Pa ss@EXAMPLE.com:80/a/../b/./c?x y#z z",
  "https://例え.jp/パス?q=日本#ü", "../x/y?z", "//host/p", "/abs", "?q", "#f", "", "mailto:a@b",
  "data:text/plain,hi there#x", "file:///C|/a/../b", "file:x", "file://host/share",
  "http://1.2.3", "http://0x7f.1", "http://[::1]:8080/", "http://[1:2::0:0:7]/",
  "http://999.1.1.1", "http://a b/", "javascript:alert(1)", "foo://bar/baz/../q", "foo:/a/b",
  "foo:bar", "https:rel", "https:/rel", "https://", "http://a:99999/", "a/b/c", "./", "..",
  "http://a/b%2e%2e/c/%2e", "http://ex.com\\foo\\bar", "http://u@h/", "http://@h/", "http://h:/",
  "blob:https://a.com/uuid", "ws://x:80", "wss://x:443/", "http://ex%41mple.com/",
  "http://a/?'\"<>`", "foo://a/?'\"<>`", "http://faß.de/", "http://EXAMPLE。com/", "about:blank",
  "file:///a/b/..", "file:///C:/..", "  http://sp.com  ", "ht\ntp://x", "1http://x",
  "http://256", "http://4294967296",
];
const bases = [undefined, "http://base.org/d/e/f?g#h", "file:///C:/x/y", "foo://h/p/q?r", "mailto:x"];
for (const input of inputs) {
  for (const base of bases) {
    say(input, base, attempt(() => {
      const u = new URL(input, base);
      return [u.href, u.origin, u.protocol, u.username, u.password, u.host, u.hostname, u.port,
        u.pathname, u.search, u.hash].join("|");
    }));
  }
}
const url = new URL("http://a.b/c?x=1&y=2&x=3");
for (const [key, value] of [
  ["protocol", "https"], ["port", "8080"], ["host", "q.w:99"], ["hostname", "zz"],
  ["pathname", "a b/../c"], ["search", "?é=1"], ["hash", "x y"], ["username", "a@b"],
  ["password", "p:"], ["port", ""], ["port", "x"], ["protocol", "foo"],
]) {
  url[key] = value;
  say(key, url.href);
}
url.searchParams.append("n w", "é&=+");
say(url.href);
url.searchParams.delete("n w");
url.searchParams.set("a", "b");
url.searchParams.sort();
say(url.href, [...url.searchParams], url.searchParams.size, URL.canParse("x"));
say(new URLSearchParams({ a: 1, b: "x y" }).toString());
say(new URLSearchParams([["q", "w"], ["q", "e"]]).getAll("q"));
say(new URLSearchParams("?a=%20+%2B&b").toString());

for (const text of ["", "a", "ab", "abc", "\xff\x00"]) say(btoa(text), atob(btoa(text)) === text);
for (const text of ["YQ", "YQ=", "YQ==", "Y Q = =", "a"]) say(attempt(() => atob(text)));
say(attempt(() => btoa("€")));
const decode = (bytes, ...more) => new TextDecoder(...more).decode(new Uint8Array(bytes));
say(decode(new TextEncoder().encode("aé€😀\ud800x")), decode([0xef, 0xbb, 0xbf, 0x41]));
say(decode([0xff, 0xe2, 0x82, 0x41, 0xf0, 0x9f, 0x98]), decode([0xed, 0xa0, 0x80, 0xc0, 0x80]));
say(attempt(() => decode([0xff], "utf-8", { fatal: true }).length));
say(decode([0x41, 0, 0x3d, 0xd8, 0, 0xde], "utf-16le"), attempt(() => new TextDecoder("x")));
const stream = new TextDecoder();
say(stream.decode(new Uint8Array([0xe2]), { stream: true }), stream.decode(new Uint8Array([0x82, 0xac])));
say(new TextEncoder().encodeInto("a€b", new Uint8Array(3)));

const source = {
  a: [1, , 3], d: new Date(5), m: new Map([[1, { x: 1 }]]), s: new Set([1]), r: /x/gi,
  e: new RangeError("q"), u: undefined, n: -0, b: new Uint8Array([1, 2]), o: Object(1n),
};
source.self = source;
const copy = structuredClone(source);
say(copy.self === copy, copy.a.length, 1 in copy.a, copy.d.getTime(), copy.m.get(1), copy.s.has(1));
say(String(copy.r), copy.e instanceof RangeError, copy.e.message, "u" in copy, Object.is(copy.n, -0));
say([...copy.b], typeof copy.o, copy.m !== source.m);
for (const bad of [() => 1, Symbol(), new WeakMap(), Promise.resolve()]) {
  say(attempt(() => structuredClone(bad)));
}

const target = new EventTarget();
target.addEventListener("x", (e) => { say(e.type, e.cancelable); e.preventDefault(); }, { once: true });
target.addEventListener("x", { handleEvent: (e) => say("object", e.target === target) });
say(target.dispatchEvent(new Event("x", { cancelable: true })), target.dispatchEvent(new Event("x")));
const controller = new AbortController();
controller.signal.addEventListener("abort", () => say("abort", controller.signal.reason.name));
controller.abort();
controller.abort();
say(controller.signal.aborted, attempt(() => controller.signal.throwIfAborted()));
say(AbortSignal.any([AbortSignal.abort(4)]).reason, attempt(() => new AbortSignal()));
say(new DOMException("m", "AbortError") instanceof Error, new DOMException("m", "AbortError").code);
say(attempt(() => crypto.getRandomValues(new Float32Array(1)).length));
