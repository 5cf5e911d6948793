// URLs: parser and serializer (WHATWG URL). International names are mapped by NFKC and lower case
// and encoded as Punycode; the rest follows the standard's parser.
const SPECIAL = { __proto__: null, ftp: 21, file: -1, http: 80, https: 443, ws: 80, wss: 443 };
const isSpecial = (url) => url.scheme in SPECIAL;
const C0 = (code) => code <= 0x1f || code > 0x7e;
const among = (characters) => {
  const codes = new Set(Array.from(characters, (c) => c.charCodeAt(0)));
  return (code) => C0(code) || codes.has(code);
};
const inFragment = among(' "<>`');
const inQuery = among(' "#<>');
const inSpecialQuery = among(" \"#<>'");
const inPath = among(' "#<>?`{}^');
const inUserinfo = among(' "#<>?`{}/:;=@[\\]^|');
const percentEncode = (text, set) => {
  let out = "";
  for (const byte of encodeUtf8(text)) {
    out += set(byte)
      ? `%${byte.toString(16).toUpperCase().padStart(2, "0")}`
      : String.fromCharCode(byte);
  }
  return out;
};
const percentDecode = (text) => {
  const bytes = encodeUtf8(text);
  const out = [];
  for (let i = 0; i < bytes.length; i++) {
    const hex = String.fromCharCode(bytes[i + 1], bytes[i + 2]);
    if (bytes[i] === 0x25 && /^[0-9A-Fa-f]{2}$/.test(hex)) {
      out.push(Number.parseInt(hex, 16));
      i += 2;
    } else out.push(bytes[i]);
  }
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(Uint8Array.from(out));
};

const punycode = (label) => {
  const codes = Array.from(label, (char) => char.codePointAt(0));
  let out = codes.filter((code) => code < 128).map((code) => String.fromCharCode(code)).join("");
  if (out.length === codes.length) return label;
  const basic = out.length;
  let handled = basic;
  if (basic > 0) out += "-";
  let n = 128;
  let delta = 0;
  let bias = 72;
  const digit = (value) => String.fromCharCode(value < 26 ? value + 97 : value + 22);
  while (handled < codes.length) {
    const next = Math.min(...codes.filter((code) => code >= n));
    delta += (next - n) * (handled + 1);
    n = next;
    for (const code of codes) {
      if (code < n) delta++;
      if (code !== n) continue;
      let q = delta;
      for (let k = 36; ; k += 36) {
        const t = k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias;
        if (q < t) break;
        out += digit(t + ((q - t) % (36 - t)));
        q = Math.floor((q - t) / (36 - t));
      }
      out += digit(q);
      delta = handled === basic ? Math.floor(delta / 700) : delta >> 1;
      delta += Math.floor(delta / (handled + 1));
      for (bias = 0; delta > 455; bias += 36) delta = Math.floor(delta / 35);
      bias += Math.floor((36 * delta) / (delta + 38));
      delta = 0;
      handled++;
    }
    delta++;
    n++;
  }
  return `xn--${out}`;
};

const invalidURL = () => new TypeError("Invalid URL");
const parseIPv4Number = (text) => {
  if (/^0x[0-9a-f]*$/i.test(text)) return text.length === 2 ? 0 : Number.parseInt(text.slice(2), 16);
  if (/^0[0-7]+$/.test(text)) return Number.parseInt(text, 8);
  return /^[0-9]+$/.test(text) && !/^0\d/.test(text) ? Number(text) : NaN;
};
const parseIPv4 = (host) => {
  const parts = host.split(".");
  if (parts.at(-1) === "" && parts.length > 1) parts.pop();
  if (!/^([0-9]+|0x[0-9a-f]*)$/i.test(parts.at(-1))) return host;
  const numbers = parts.map(parseIPv4Number);
  const last = numbers.pop();
  if (numbers.length > 3 || numbers.some((n) => !(n <= 255)) ||
      !(last < 256 ** (4 - numbers.length))) throw invalidURL();
  let value = last;
  numbers.forEach((n, i) => { value += n * 256 ** (3 - i); });
  return [3, 2, 1, 0].map((i) => Math.floor(value / 256 ** i) % 256).join(".");
};
const parseIPv6 = (text) => {
  let source = text;
  const v4 = /(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(source);
  if (v4) {
    const [a, b, c, d] = v4.slice(2).map(Number);
    if ([a, b, c, d].some((n) => n > 255)) throw invalidURL();
    source = `${v4[1]}${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
  }
  const halves = source.split("::");
  const groups = (part) => part === "" ? [] : part.split(":");
  const head = groups(halves[0]);
  const tail = halves.length > 1 ? groups(halves[1]) : [];
  const missing = 8 - head.length - tail.length;
  if (halves.length > 2 || (halves.length === 2 ? missing < 1 : missing !== 0) ||
      [...head, ...tail].some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) throw invalidURL();
  const pieces = [...head, ...Array(halves.length === 2 ? missing : 0).fill("0"), ...tail]
    .map((group) => Number.parseInt(group, 16));
  let best = [-1, 1];
  for (let i = 0; i < 8; i++) {
    let n = 0;
    while (i + n < 8 && pieces[i + n] === 0) n++;
    if (n > best[1]) best = [i, n];
  }
  const hex = (list) => list.map((piece) => piece.toString(16)).join(":");
  return best[0] < 0 ? `[${hex(pieces)}]`
    : `[${hex(pieces.slice(0, best[0]))}::${hex(pieces.slice(best[0] + best[1]))}]`;
};
const parseHost = (text, special) => {
  if (text[0] === "[") {
    if (text.at(-1) !== "]") throw invalidURL();
    return parseIPv6(text.slice(1, -1));
  }
  if (!special) {
    if (/[\0\t\n\r #/<>?@[\\\]^|]/.test(text)) throw invalidURL();
    return percentEncode(text, C0);
  }
  const domain = percentDecode(text).normalize("NFKC").toLowerCase().replace(/[。．｡]/g, ".");
  const ascii = domain.split(".").map(punycode).join(".");
  if (ascii === "" || /[\0-\x20"#%/:<>?@[\\\]^`{|}\x7f]/.test(ascii)) throw invalidURL();
  return parseIPv4(ascii);
};

const isDriveLetter = (text) => /^[A-Za-z][:|]$/.test(text);
const shortenPath = (url) => {
  if (url.scheme === "file" && url.path.length === 1 && /^[A-Za-z]:$/.test(url.path[0])) return;
  url.path.pop();
};
// Appends the segments of `text` to `url.path`.
const parsePath = (url, text) => {
  const special = isSpecial(url);
  const segments = text.split(special ? /[/\\]/ : "/");
  segments.forEach((segment, i) => {
    const last = i === segments.length - 1;
    const dots = segment.replace(/%2e/gi, ".");
    if (dots === "..") {
      shortenPath(url);
      if (last) url.path.push("");
    } else if (dots === ".") {
      if (last) url.path.push("");
    } else {
      let piece = segment;
      if (url.scheme === "file" && url.path.length === 0 && isDriveLetter(piece)) {
        piece = `${piece[0]}:`;
      }
      url.path.push(percentEncode(piece, inPath));
    }
  });
};
const parseAuthority = (url, text) => {
  let rest = text;
  const at = rest.lastIndexOf("@");
  if (at >= 0) {
    const [, user, password] = /^([^:]*)(?::([^]*))?$/.exec(rest.slice(0, at));
    url.username = percentEncode(user, inUserinfo);
    url.password = percentEncode(password ?? "", inUserinfo);
    rest = rest.slice(at + 1);
    if (rest === "") throw invalidURL();
  }
  const [, host, port] = /^((?:\[[^\]]*\]|[^:])*)(?::([^]*))?$/.exec(rest) ?? [];
  if (host === undefined || host === "" && (isSpecial(url) || port !== undefined || at >= 0)) {
    throw invalidURL();
  }
  url.host = host === "" ? "" : parseHost(host, isSpecial(url));
  setPort(url, port ?? "");
};
const setPort = (url, text) => {
  if (text === "") {
    url.port = null;
    return;
  }
  if (!/^\d+$/.test(text) || Number(text) > 65535) throw invalidURL();
  url.port = Number(text) === SPECIAL[url.scheme] ? null : Number(text);
};

const parseURL = (input, base) => {
  let text = input.replace(/^[\0-\x20]+|[\0-\x20]+$/g, "").replace(/[\t\n\r]/g, "");
  const url = {
    scheme: "", username: "", password: "", host: null, port: null, path: [], opaque: null,
    query: null, fragment: null,
  };
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(text);
  const hash = text.indexOf("#");
  if (hash >= 0) {
    url.fragment = percentEncode(text.slice(hash + 1), inFragment);
    text = text.slice(0, hash);
  }
  let query = null;
  const takeQuery = (from) => {
    const mark = from.indexOf("?");
    if (mark < 0) return from;
    query = from.slice(mark + 1);
    return from.slice(0, mark);
  };
  if (scheme) {
    url.scheme = scheme[1].toLowerCase();
    text = takeQuery(text.slice(scheme[0].length));
    const relative = isSpecial(url) && base?.scheme === url.scheme && !/^[/\\]{2}/.test(text);
    if (url.scheme === "file") parseFile(url, text, base?.scheme === "file" ? base : null, query);
    else if (relative) parseRelative(url, text, base, query);
    else if (isSpecial(url)) parseAfterSlashes(url, text.replace(/^[/\\]+/, ""));
    else if (text.startsWith("//")) parseAfterSlashes(url, text.slice(2));
    else if (text.startsWith("/")) parsePath(url, text.slice(1));
    else url.opaque = percentEncode(text, C0);
  } else {
    if (!base) throw invalidURL();
    if (base.opaque !== null) {
      if (text !== "" || hash < 0) throw invalidURL();
      return { ...base, fragment: url.fragment };
    }
    url.scheme = base.scheme;
    text = takeQuery(text);
    if (url.scheme === "file") parseFile(url, text, base, query);
    else parseRelative(url, text, base, query);
  }
  if (query !== null) url.query = percentEncode(query, isSpecial(url) ? inSpecialQuery : inQuery);
  return url;
};
const parseAfterSlashes = (url, text) => {
  const end = text.search(isSpecial(url) ? /[/\\]/ : /\//);
  parseAuthority(url, end < 0 ? text : text.slice(0, end));
  if (end >= 0) parsePath(url, text.slice(end + 1));
  else if (isSpecial(url)) url.path.push("");
};
const parseRelative = (url, text, base, query) => {
  const slash = isSpecial(url) ? /^[/\\]/ : /^\//;
  if (isSpecial(url) ? /^[/\\]{2}/.test(text) : text.startsWith("//")) {
    parseAfterSlashes(url, isSpecial(url) ? text.replace(/^[/\\]+/, "") : text.slice(2));
    return;
  }
  url.username = base.username;
  url.password = base.password;
  url.host = base.host;
  url.port = base.port;
  if (slash.test(text)) {
    parsePath(url, text.slice(1));
    return;
  }
  url.path = [...base.path];
  if (text === "") {
    if (query === null) url.query = base.query;
    return;
  }
  shortenPath(url);
  parsePath(url, text);
};
const parseFile = (url, text, base, query) => {
  url.host = "";
  if (/^[/\\]{2}/.test(text)) {
    const rest = text.slice(2);
    const end = rest.search(/[/\\]/);
    const host = end < 0 ? rest : rest.slice(0, end);
    if (isDriveLetter(host)) {
      parsePath(url, rest);
      return;
    }
    if (host !== "") url.host = parseHost(host, true);
    if (url.host === "localhost") url.host = "";
    if (end >= 0) parsePath(url, rest.slice(end + 1));
    else url.path.push("");
  } else if (/^[/\\]/.test(text)) {
    if (base) {
      url.host = base.host;
      if (/^[A-Za-z]:$/.test(base.path[0] ?? "") && !/^[A-Za-z][:|]/.test(text.slice(1))) {
        url.path.push(base.path[0]);
      }
    }
    parsePath(url, text.slice(1));
  } else if (base) {
    parseRelative(url, text, base, query);
  } else parsePath(url, text);
};

const serializeHost = (url) =>
  url.host === null ? "" : url.port === null ? url.host : `${url.host}:${url.port}`;
const serializePath = (url) =>
  url.opaque ?? url.path.map((segment) => `/${segment}`).join("");
const serializeURL = (url) => {
  let out = `${url.scheme}:`;
  if (url.host !== null) {
    out += "//";
    if (url.username !== "" || url.password !== "") {
      out += `${url.username}${url.password === "" ? "" : `:${url.password}`}@`;
    }
    out += serializeHost(url);
  } else if (url.opaque === null && url.path.length > 1 && url.path[0] === "") out += "/.";
  out += serializePath(url);
  if (url.query !== null) out += `?${url.query}`;
  return url.fragment === null ? out : `${out}#${url.fragment}`;
};
