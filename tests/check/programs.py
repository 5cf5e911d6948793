"""Programs whose bundles are right, and what the check says of them. Each imports ``lib.js``."""

from __future__ import annotations

from typing import Final

FILES: Final = {
    "lib.js": (
        "export let n = 1; export function inc() { n++; return n } export class K "
        "{ #p = 1; static s = 2; get p() { return this.#p } m() { return this } }\n"
        'export const sym = Symbol("lib"); export default function () { return "d" '
        "}\n"
        "export const slow = (ms, v) => new Promise((r) => setTimeout(r, ms, v));\n"
    ),
    "lazy.js": ("console.log('lazy body'); export const v = 'v';\n"),
    "throws.js": ("console.log('before'); throw new RangeError('lazy throws');\n"),
}
IMPORTS: Final = (
    'import d, * as lib from "./lib.js"; import { n, inc, K, sym, slow } from "./lib.js";\n'
)
SAME: Final = {
    "timeout order": (
        "setTimeout(() => console.log('b', n), 20); setTimeout(() => console.log('a', inc()), 10);"
    ),
    "timeout args": "setTimeout(console.log, 5, n, lib);",
    "timeout this": (
        "setTimeout(function () { console.log(this === undefined, typeof this, "
        "this === globalThis) }, 1);"
    ),
    "timeout return": "const t = setTimeout(() => {}, 1); console.log(typeof t, t);",
    "interval": (
        "let i = 0; const t = setInterval(() => { console.log(i, n); inc(); if "
        "(++i > 3) clearInterval(t) }, 5);"
    ),
    "immediate": (
        "setImmediate(() => console.log('i')); setTimeout(() => console.log('t')); "
        "queueMicrotask(() => console.log('m'));"
    ),
    "race": (
        "const r = await Promise.race([slow(10, 'a'), slow(5, 'b'), slow(5, "
        "'c')]); console.log(r, n);"
    ),
    "race lib": (
        "Promise.race([slow(10, 'a'), slow(5, 'b')]).then(console.log); "
        "Promise.any([slow(3), Promise.reject(1)]).then((x) => console.log(x)); "
        "Promise.allSettled([slow(1), Promise.reject(2)]).then(x => "
        "console.log(x));"
    ),
    "date now": (
        "console.log(Date.now(), new Date(), performance.now()); setTimeout(() => "
        "console.log(Date.now(), performance.now()), 100);"
    ),
    "random": "console.log(Math.random(), Math.random(), n);",
    "busy wait": (
        "const t0 = Date.now(); let c = 0; while (Date.now() - t0 < 5) c++; console.log('done');"
    ),
    "perf wait": (
        "const t0 = performance.now(); while (performance.now() - t0 < 5); console.log('done');"
    ),
    "document guarded": (
        "if (typeof document !== 'undefined') document.title = 'x'; "
        "console.log(typeof document, typeof window, typeof process, n);"
    ),
    "document caught": "try { document.title } catch (e) { console.log(e.message, n) }",
    "process.exit guarded": (
        "console.log(n); if (typeof process === 'object') process.exit(3); console.log('on');"
    ),
    "path dynamic": "const fs = await import('node:path'); console.log(fs.join('a','b'), n);",
    "fetch": "fetch('/x').then(console.log, (e) => console.log(e.name, e.message));",
    "fetch uncaught": "await fetch('/x');",
    "addEventListener": "addEventListener('load', () => console.log('x')); console.log(n);",
    "huge string": "console.log('x'.repeat(5e6), n);",
    "huge array": "console.log(Array.from({ length: 5000 }, (_, i) => i), n);",
    "huge nested": "let o = {}; for (let i = 0; i < 5000; i++) o = { o, n }; console.log(o);",
    "recursion": "const f = () => f() + 1; f();",
    "recursion caught": (
        "let depth = 0; const f = () => { depth++; f() }; try { f() } catch (e) { "
        "console.log(e.name, e.message, n) }"
    ),
    "recursion getter": (
        "const o = { get x() { return this.x } }; try { o.x } catch (e) { "
        "console.log(e instanceof RangeError) }"
    ),
    "recursion json": (
        "let o = []; for (let i = 0; i < 1e5; i++) o = [o]; try { "
        "JSON.stringify(o); console.log('ok') } catch (e) { console.log(e.name) }"
    ),
    "recursion toString": (
        "const o = { toString() { return `${this}` } }; try { `${o}` } catch (e) { "
        "console.log(e.message) }"
    ),
    "rejection": "Promise.reject(new Error('x' + n));",
    "rejection handled late": (
        "const q = Promise.reject(new Error('x')); setTimeout(() => q.catch(() => "
        "console.log('late')), 10);"
    ),
    "rejection handled microtask": (
        "const q = Promise.reject(1); Promise.resolve().then(() => {}).then(() => "
        "q.catch(() => console.log('in time')));"
    ),
    "rejections many": (
        "for (let i = 0; i < 5; i++) Promise.reject(i + n); Promise.reject(null); "
        "Promise.reject(undefined); Promise.reject(lib);"
    ),
    "rejection in timer": "setTimeout(() => Promise.reject(new TypeError(String(n))), 5);",
    "unhandledrejection event": (
        "addEventListener('unhandledrejection', (e) => { console.log('seen', "
        "e.reason); e.preventDefault() }); Promise.reject(1);"
    ),
    "async throw": "(async () => { await 0; throw new Error(n) })();",
    "throw null": "console.log(n); throw null;",
    "throw undefined": "throw undefined;",
    "throw string": "throw 'x' + n;",
    "throw symbol": "throw sym;",
    "throw proxy": ("throw new Proxy({}, { get() { throw 1 }, getPrototypeOf() { throw 2 } });"),
    "throw proxy error": "throw new Proxy(new Error('x'), {});",
    "throw revoked": ("const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); throw proxy;"),
    "reject revoked": (
        "const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); Promise.reject(proxy);"
    ),
    "throw function": "throw inc;",
    "throw class": "throw K;",
    "throw namespace": "throw lib;",
    "throw object": "throw { code: n, get x() { throw 1 } };",
    "throw error getter message": (
        "const e = new Error('a'); Object.defineProperty(e, 'message', { get() { "
        "throw 1 } }); throw e;"
    ),
    "throw error weird name": (
        "const e = new Error('a'); e.name = { toString() { throw 1 } }; throw e;"
    ),
    "throw frozen error": "throw Object.freeze(new Error('frozen' + n));",
    "throw error null proto": (
        "const e = new Error('a'); Object.setPrototypeOf(e, null); throw e;"
    ),
    "throw subclass": (
        "class MyError extends Error { name = 'Mine'; constructor(m) { super(m); "
        "this.code = n } } throw new MyError('x');"
    ),
    "throw class renamed": "class Lib extends Error {} throw new Lib('x');",
    "throw dom exception": "throw new DOMException('m', 'AbortError');",
    "error cause": ("throw new Error('outer', { cause: new TypeError('inner', { cause: sym }) });"),
    "error cause cycle": "const e = new Error('a'); e.cause = e; throw e;",
    "aggregate": "throw new AggregateError([new Error('1'), new TypeError('2'), n], 'many');",
    "promise any": "await Promise.any([Promise.reject(new Error('1')), Promise.reject(2)]);",
    "error stack": "console.log(new Error('x').stack);",
    "error stack lines": "console.log(new Error('x').stack.split('\\n').length > 1)",
    "stack frames names": (
        "function named() { return new Error('x').stack } console.log(/at named/.test(named()));"
    ),
    "prepareStackTrace": (
        "Error.prepareStackTrace = (e, frames) => frames.length; "
        "console.log(typeof new Error('x').stack);"
    ),
    "stackTraceLimit": "Error.stackTraceLimit = 0; console.log(new Error('q').stack);",
    "captureStackTrace": (
        "const o = {}; Error.captureStackTrace(o); console.log(typeof o.stack, o);"
    ),
    "console getters": (
        "console.log({ get a() { throw 1 }, set b(v) {}, [sym]: n, get "
        "[Symbol.toStringTag]() { return 'T' } });"
    ),
    "console proxies": (
        "console.log(new Proxy({ a: 1 }, { get() { throw 1 } }), new Proxy([], "
        "{}), new Proxy(() => {}, {}), new Proxy({}, { ownKeys() { throw 1 } }));"
    ),
    "console revoked": (
        "const r = Proxy.revocable({}, {}); r.revoke(); console.log(r.proxy); "
        "const s = Proxy.revocable([], {}); s.revoke(); console.log([s.proxy]); "
        "const t = Proxy.revocable(function () {}, {}); t.revoke(); "
        "console.log(t.proxy, { t: t.proxy });"
    ),
    "console symbols": (
        "console.log(sym, Symbol(), Symbol.for('x'), Symbol.iterator, [sym], { [sym]: sym });"
    ),
    "console table": (
        "console.table([{ a: n, b: 2 }, { a: 3 }]); console.table(new Map([[1, "
        "2]])); console.table(lib); console.table([[1, 2], [3]], ['0']);"
    ),
    "console dir": (
        "console.dir(lib, { depth: 0 }); console.dir({ a: { b: { c: { d: {} } } } "
        "}, { depth: 1 }); console.dirxml(n);"
    ),
    "console time": (
        "console.time(); console.timeLog(undefined, n); console.timeEnd(); "
        "console.timeEnd('none'); console.time('a'); setTimeout(() => "
        "console.timeEnd('a'), 50);"
    ),
    "console count": (
        "console.count(); console.count('x'); console.countReset('x'); "
        "console.count('x'); console.count(sym.description);"
    ),
    "console group": (
        "console.group('g', n); console.log(1); console.groupCollapsed(); "
        "console.log(2); console.groupEnd(); console.groupEnd(); "
        "console.groupEnd();"
    ),
    "console assert": (
        "console.assert(false, 'no %s', n); console.assert(true, 'yes'); console.assert();"
    ),
    "console trace": (
        "console.trace('here', n); console.error(new Error('x')); console.warn('%d "
        "%i %f %s %o %O %c %%', 1, 2, 3, 4, {}, {}, 'css');"
    ),
    "console replaced": (
        "const log = console.log; console.log = (...a) => log('wrapped', ...a); "
        "console.log(n); delete console.info; console.info?.(1);"
    ),
    "console bound": (
        "const { log, error } = console; log.call(null, n); [1, 2].forEach(log); error();"
    ),
    "console missing method": "console.nope(n);",
    "console keys": (
        "console.log(Object.keys(console).length > 5, String(console), "
        "console[Symbol.toStringTag]);"
    ),
    "typed arrays": (
        "console.log(new Uint8Array([1, 2]), new Float64Array([NaN, -0, 1.5]), new "
        "BigInt64Array([1n]), new Uint8ClampedArray(3), new DataView(new "
        "ArrayBuffer(2)), new ArrayBuffer(3));"
    ),
    "sab": ("console.log(typeof SharedArrayBuffer, new Uint8Array(new SharedArrayBuffer(2)));"),
    "resizable": (
        "const b = new ArrayBuffer(2, { maxByteLength: 8 }); const u = new "
        "Uint8Array(b); b.resize(8); console.log(u, b.maxByteLength);"
    ),
    "map cycles": (
        "const m = new Map(); m.set(m, m); const s = new Set([m]); s.add(s); "
        "m.set('s', s); console.log(m, s, new WeakMap([[m, 1]]), new WeakSet([s]), "
        "new WeakRef(m));"
    ),
    "private": (
        "class A { #x = n; static #y = 2; #m() {} get #g() { return 1 } static "
        "has(o) { return #x in o } } console.log(new A(), A, A.has(new A()), "
        "A.has({}), new K(), new K().p);"
    ),
    "private brand": "try { K.prototype.p } catch (e) { console.log(e.name, e.message) }",
    "private brand 2": (
        "class A { #x; static r(o) { return o.#x } } try { A.r({}) } catch (e) { "
        "console.log(e.message) }"
    ),
    "class extends": (
        "class B extends K { constructor() { super(); this.z = super.m() === this "
        "} } console.log(new B(), B, Object.getPrototypeOf(B) === K);"
    ),
    "function toString own": (
        "function f(a, b) { return a + b /* c */ } console.log(f.toString());"
    ),
    "toString builtin": "console.log(Math.max.toString(), console.log.toString());",
    "class toString": "class A { x = 1; static { } } console.log(A.toString());",
    "eval": (
        "console.log(eval('n + 1'), (0, eval)('typeof n'), new Function('return typeof n')());"
    ),
    "eval syntax": "try { eval('let = ;') } catch (e) { console.log(e.name, e.message) }",
    "indirect eval syntax": (
        "try { (0, eval)('let x = 1; let x = 2') } catch (e) { console.log(e.name, e.message, n) }"
    ),
    "new function syntax": (
        "try { new Function('let x = 1; let x = 2') } catch (e) { "
        "console.log(e.name, e.message, n) }"
    ),
    "generators": (
        "function* g() { const x = yield n; console.log(x); try { yield 2 } "
        "finally { console.log('f') } } const it = g(); console.log(it.next(), "
        "it.next('v'), it.return(9), it);"
    ),
    "async gen": (
        "async function* g() { yield n; yield slow(5, 2); throw new Error('x') } "
        "try { for await (const x of g()) console.log(x) } catch (e) { "
        "console.log(e) }"
    ),
    "intl": (
        "console.log(new Intl.NumberFormat('de').format(1234.5), new "
        "Intl.DateTimeFormat('en', { timeZone: 'UTC' }).format(0), "
        "(1e6).toLocaleString(), new Date(0).toLocaleString());"
    ),
    "dates": (
        "console.log(new Date(2020, 1, 1), new Date('x'), new "
        "Date(0).getTimezoneOffset(), String(new Date(0)));"
    ),
    "finalization": (
        "let o = {}; const w = new WeakRef(o); o = null; new "
        "FinalizationRegistry(() => console.log('gone')).register({}, 1); "
        "console.log(typeof w.deref());"
    ),
    "gc": "console.log(typeof gc, n)",
    "atomics wait": (
        "try { Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5); "
        "console.log('ok') } catch (e) { console.log(e.name) }"
    ),
    "crypto": ("console.log(crypto.randomUUID(), crypto.getRandomValues(new Uint8Array(2)));"),
    "crypto subtle": (
        "const h = await crypto.subtle.digest('SHA-256', new Uint8Array(1)); "
        "console.log(h.byteLength);"
    ),
    "structuredClone": (
        "console.log(structuredClone({ a: new Map([[1, new Date(0)]]), n })); try "
        "{ structuredClone(inc) } catch (e) { console.log(e.name) } try { "
        "structuredClone(lib) } catch (e) { console.log(e.name, e.message) }"
    ),
    "text": (
        "console.log(new TextEncoder().encode('é'), new TextDecoder().decode(new "
        "Uint8Array([0xc3, 0xa9])), btoa('a'), atob('YQ=='));"
    ),
    "url": (
        "console.log(new URL('../x?y=1#z', 'http://a/b/c'), new "
        "URLSearchParams('a=1&a=2'), URL.canParse?.('x'));"
    ),
    "abort": (
        "const c = new AbortController(); c.signal.addEventListener('abort', (e) "
        "=> console.log(e.type, c.signal.reason)); c.abort(); "
        "AbortSignal.timeout?.(5); console.log(c.signal.aborted)"
    ),
    "events": (
        "const t = new EventTarget(); t.addEventListener('x', (e) => { "
        "console.log(e.detail); throw new Error('in listener') }); "
        "t.dispatchEvent(new CustomEvent('x', { detail: n })); "
        "console.log('after');"
    ),
    "message channel": (
        "const { port1, port2 } = new MessageChannel(); port2.onmessage = (e) => "
        "console.log(e.data); port1.postMessage(n);"
    ),
    "broadcast": (
        "console.log(typeof BroadcastChannel, typeof Blob, typeof ReadableStream, "
        "typeof Response, typeof FormData, typeof Headers, typeof WebSocket);"
    ),
    "blob": "console.log(await new Blob(['a', n]).text());",
    "streams": (
        "const r = new ReadableStream({ start(c) { c.enqueue(n); c.close() } }); "
        "for await (const x of r) console.log(x);"
    ),
    "globalThis keys": "console.log(Object.getOwnPropertyNames(globalThis).length);",
    "globalThis additions": (
        "globalThis.added = lib; Object.defineProperty(globalThis, 'hidden', { "
        "value: n }); globalThis[sym] = 1; delete globalThis.escape;"
    ),
    "globalThis freeze": "Object.freeze(globalThis); console.log(n);",
    "globalThis proto": (
        "Object.prototype.polluted = 1; console.log(lib.polluted, {}.polluted, n); "
        "for (const k in lib) console.log(k);"
    ),
    "proto get": (
        "Object.prototype.get = 1; Object.prototype.value = 2; console.log(lib, "
        "Object.getOwnPropertyDescriptor(lib, 'n'));"
    ),
    "array proto patched": (
        "Array.prototype.map = null; Array.prototype[Symbol.iterator] = null; "
        "Promise.prototype.then = null; console.log(n); await 0;"
    ),
    "patched promise": (
        "const P = Promise; globalThis.Promise = class extends P { then(...a) { "
        "console.log('then'); return super.then(...a) } }; await slow(1); "
        "Promise.resolve(1).then(() => console.log(n));"
    ),
    "patched reflect": (
        "Reflect.get = Object.keys = Object.defineProperty = null; "
        "console.log(lib.n, Object.getOwnPropertyNames(lib));"
    ),
    "patched JSON": (
        "JSON.stringify = () => 'x'; String.prototype.slice = null; console.log({ n });"
    ),
    "deleted Symbol": "delete globalThis.Symbol; delete globalThis.Object; console.log(n);",
    "thenable": (
        "console.log(await { then(r) { r(n) } }); await { then(_, j) { j(new Error('x')) } };"
    ),
    "never settles": "console.log(n); await new Promise(() => {}); console.log('never');",
    "never settles race": "Promise.race([]).then(() => console.log('no')); console.log(n);",
    "deadlock import self": ("console.log('a'); await import('./main.js'); console.log('never');"),
    "dynamic": ("const m = await import('./lib.js'); console.log(m === lib, m.n, Object.keys(m));"),
    "dynamic lazy": "const m = await import('./lazy.js'); console.log(m.v, m);",
    "dynamic race": (
        "const r = await Promise.race([import('./lazy.js'), slow(0, 't'), "
        "Promise.resolve().then(() => 'm')]); console.log(typeof r);"
    ),
    "dynamic ticks": (
        "let done = false; import('./lazy.js').then(() => { done = true; "
        "console.log('loaded') }); for (let i = 0; i < 3; i++) { await 0; "
        "console.log(i, done) }"
    ),
    "dynamic vs timer": (
        "setTimeout(() => console.log('timer'), 0); import('./lazy.js').then(() => "
        "console.log('lazy'));"
    ),
    "dynamic vs immediate": (
        "setImmediate(() => console.log('immediate')); import('./lazy.js').then(() "
        "=> console.log('lazy'));"
    ),
    "dynamic vs late timer": (
        "setTimeout(() => console.log('timer'), 50); import('./lazy.js').then(() "
        "=> console.log('lazy', Date.now()));"
    ),
    "dynamic many ticks": (
        "let c = 0; const p = import('./lazy.js').then(() => 'x'); let r; "
        "p.then((x) => r = x); while (!r && c < 1000) { c++; await 0 } "
        "console.log(c < 1000);"
    ),
    "dynamic count ticks": (
        "let c = 0; let r; import('./lazy.js').then(() => r = 1); while (!r) { "
        "c++; await 0; if (c > 1e4) break } console.log(c);"
    ),
    "dynamic busy": (
        "import('./lazy.js').then(() => console.log('lazy')); const t = "
        "Date.now(); while (Date.now() - t < 3); console.log('sync done');"
    ),
    "dynamic caught": (
        "try { await import('./throws.js') } catch (e) { console.log(e, e === "
        "await import('./throws.js').catch((x) => x)) }"
    ),
    "dynamic bare": ("try { await import('nothing-here') } catch (e) { console.log('caught') }"),
    "dynamic bare msg": (
        "try { await import('nothing-here') } catch (e) { console.log(e.message) }"
    ),
    "dynamic url": "import('https://example.com/x.js').catch(() => console.log('c'));",
    "dynamic computed": (
        "const name = './la' + 'zy.js'; import(name).catch((e) => console.log('c'));"
    ),
    "dynamic non-string": (
        "import(sym).catch((e) => console.log(e.name, e.message)); import({ "
        "toString() { throw 5 } }).catch((e) => console.log(e));"
    ),
    "dynamic in function never called": (
        "export const f = () => import('./lazy.js'); console.log(n);"
    ),
    "meta url": (
        "console.log(import.meta.url.split('/').pop(), typeof import.meta.resolve, "
        "Object.keys(import.meta));"
    ),
    "meta env": "console.log(import.meta.env?.MODE, n);",
    "meta dirname": (
        "console.log(typeof import.meta.dirname, typeof import.meta.filename, import.meta.main);"
    ),
    "tla order": (
        "console.log('start'); await slow(5); console.log('mid', inc()); await 0; "
        "console.log('end');"
    ),
    "arguments": "console.log(typeof arguments, n)",
    "this": "console.log(this, (function () { return this })(), (() => this)());",
    "new.target": (
        "function F() { return new.target } console.log(F() === undefined, new F() instanceof F);"
    ),
    "function name": (
        "console.log(inc.name, K.name, d.name, slow.name, (() => {}).name, class {}.name);"
    ),
    "caller": ("function f() { return f.caller } try { f() } catch (e) { console.log(e.message) }"),
    "labels": (
        "a: for (const x of [1, 2]) for (const y of [1]) { if (x === 1) continue "
        "a; console.log(x, n) }"
    ),
    "regexps": (
        "console.log(/a/g, /(?<x>a)/.exec('a'), 'aXb'.replace(/X/, () => n), "
        "[...'a1b2'.matchAll(/\\d/g)]);"
    ),
    "bigint": "console.log(10n ** 30n, BigInt(n), typeof 1n);",
    "sparse": "const a = [1, , 3]; a.x = n; a[-1] = 0; a.length = 10; console.log(a);",
    "getter on namespace": (
        "console.log(Object.getOwnPropertyDescriptors(lib), Reflect.ownKeys(lib), "
        "lib[Symbol.toStringTag], String(lib), JSON.stringify(lib), "
        "`${Object.prototype.toString.call(lib)}`);"
    ),
    "namespace ops": (
        "for (const f of [() => { lib.n = 1 }, () => { delete lib.n }, () => { "
        "lib.x = 1 }, () => Object.defineProperty(lib, 'n', { value: 1 }), () => "
        "Object.defineProperty(lib, 'n', { value: n }), () => "
        "Object.setPrototypeOf(lib, {}), () => Object.setPrototypeOf(lib, null), "
        "() => Object.preventExtensions(lib), () => Object.freeze(lib), () => "
        "Object.seal(lib), () => Reflect.set(lib, 'n', 1), () => "
        "Reflect.deleteProperty(lib, 'zz'), () => lib.__proto__, () => "
        "lib.toString(), () => lib + ''  ]) try { console.log(f() === lib ? 'lib' "
        ": f()) } catch (e) { console.log(e.name, e.message) }"
    ),
    "namespace describe": (
        "console.log(lib, [lib], { lib }, new Map([[lib, lib]]), "
        "Object.entries(lib).length, Object.isFrozen(lib), Object.isSealed(lib), "
        "Object.isExtensible(lib));"
    ),
    "namespace inherit": (
        "const o = Object.create(lib); console.log(o.n, 'n' in o, Object.keys(o)); "
        "try { o.n = 1 } catch (e) { console.log(e.name, e.message) } class X { "
        "static { Object.setPrototypeOf(this, lib) } } console.log(X.n);"
    ),
    "import write": "try { n = 2 } catch (e) { console.log(e.name, e.message) }",
    "const write": (
        "const c = 1; try { c = 2 } catch (e) { console.log(e.message) } try { c++ "
        "} catch (e) { console.log(e.message) }"
    ),
    "tdz": (
        "try { z } catch (e) { console.log(e.message) } let z = 1; try { (() => { "
        "w; let w })() } catch (e) { console.log(e.message) }"
    ),
    "not a function": (
        "for (const f of [() => lib.nope(), () => n(), () => lib.default.x(), () "
        "=> new n(), () => lib.n.x.y, () => null[lib.n], () => n.x.y.z(), () => { "
        "const { q } = lib.nope }, () => { const [q] = lib.n }, () => [...lib.n], "
        "() => lib.K(), () => new lib.slow(), () => inc.call.x.y, () => new (class "
        "extends lib.n {}), () => n in n, () => ({}) instanceof n, () => ({}) "
        "instanceof lib.n, () => sym + '', () => 1n + n, () => "
        "Object.defineProperty(n, 'x', {}), () => new Proxy(n, {}), () => "
        "Reflect.construct(n, []), () => n``, () => (0, lib.n)(), () => "
        "lib?.n?.(), () => super_()]) try { f() } catch (e) { console.log(e.name + "
        "': ' + e.message) }"
    ),
    "undefined names": (
        "for (const f of [() => nowhere, () => nowhere.x, () => nowhere(), () => { "
        "nowhere = 1 }, () => typeof nowhere]) try { console.log(f()) } catch (e) "
        "{ console.log(e.message) }"
    ),
    "iteration protocol": (
        "const it = { [Symbol.iterator]() { return { next: () => ({ done: false, "
        "value: n }), return() { console.log('ret'); return {} } } } }; for (const "
        "x of it) { console.log(x); break } try { for (n of it) ; } catch (e) { "
        "console.log(e.name) }"
    ),
    "weird strings": (
        "console.log('\\ud800', '\\u2028', '\\0', '\\x7f', 'a\\r\\nb', '😀', '\\ufeff');"
    ),
    "lone surrogate export": "export { n as '\\u{1F600}' }; console.log(n)",
    "strict": ("console.log((() => { try { undeclared = 1 } catch (e) { return e.name } })(), n);"),
    "getter throws export": (
        "export let err = null; try { null.x } catch (e) { err = e } export const "
        "prox = new Proxy({}, { ownKeys() { throw 1 }, getPrototypeOf() { throw 2 "
        "} });"
    ),
    "exports odd": (
        "export const a = Symbol('x'), b = [1, [2]], c = new WeakMap(), f = async "
        "function* () {}, g = new (class Foo { #x = 1; y = 2 })(), h = "
        "Object.create(null), i = -0, j = NaN, k = 10n;"
    ),
    "export promise": "export const pr = slow(5, 1); export default await slow(1, 2);",
    "export later": "export let x = 1; setTimeout(() => { x = 2 }, 10); await slow(20); x++;",
    "export thenable": "export function then(r) { r('then called') }",
}
INCONCLUSIVE: Final = {
    "raf": (
        "`requestAnimationFrame`",
        "requestAnimationFrame(() => console.log('x'));",
    ),
    "document": (
        "`document`",
        "document.body.append(n);",
    ),
    "window": (
        "`window`",
        "window.x = n;",
    ),
    "process.exit": (
        "`process`",
        "console.log(n); process.exit(1); console.log('never');",
    ),
    "process env": (
        "`process`",
        "console.log(process.env.HOME);",
    ),
    "process.nextTick": (
        "`process`",
        "process.nextTick(() => console.log('x'));",
    ),
    "process on": (
        "`process`",
        ("process.on('unhandledRejection', (e) => console.log(e)); Promise.reject(1);"),
    ),
    "fs": (
        "`node:fs`",
        "import fs from 'node:fs'; console.log(typeof fs.readFileSync, n);",
    ),
    "fs dynamic": (
        "`node:fs`",
        ("const fs = await import('node:fs'); console.log(typeof fs.readFileSync, n);"),
    ),
    "navigator": (
        "`navigator`",
        "console.log(navigator.userAgent);",
    ),
    "localStorage": (
        "`localStorage`",
        "localStorage.setItem('a', n);",
    ),
    "worker": (
        "`Worker`",
        "new Worker('./w.js');",
    ),
    "self": (
        "`self`",
        "self.x = n; console.log(self === globalThis);",
    ),
    "global": (
        "`global`",
        "global.x = n;",
    ),
    "location": (
        "`location`",
        "console.log(location.href);",
    ),
    "recursion depth": (
        "out of stack",
        (
            "let depth = 0; const f = () => { depth++; f() }; try { f() } catch (e) { "
            "console.log(depth) }"
        ),
    ),
    "recursion depth slot": (
        "out of stack",
        (
            "export let depth = 0; const f = () => { depth++; f() }; try { f() } catch "
            "(e) { console.log('caught') }"
        ),
    ),
    "error stack count": (
        "at stacks",
        ("function f() { return new Error('x').stack.split('\\n').length } console.log(f());"),
    ),
    "stack frame file": (
        "at stacks",
        "console.log(/main\\.js/.test(new Error('x').stack));",
    ),
    "callsite names": (
        "at stacks",
        (
            "Error.prepareStackTrace = (e, frames) => frames.map((f) => "
            "f.getFunctionName()); function foo() { return new Error('x').stack } "
            "console.log(foo());"
        ),
    ),
    "function toString": (
        "text of functions",
        (
            "console.log(String(inc), String(K), String(d), String(() => n), (function "
            "() {}).toString());"
        ),
    ),
    "function toString import": (
        "text of functions",
        "function f() { return n + lib.n } console.log(f.toString());",
    ),
}
"""A word of the reason, and the program."""
