// TextEncoder, TextDecoder, atob, btoa (WHATWG Encoding and HTML; UTF-8, UTF-16LE and Latin-1).
const encodeUtf8 = (text) => {
  const bytes = [];
  for (let i = 0; i < text.length; i++) {
    let c = text.codePointAt(i);
    if (c > 0xffff) i++;
    if (c >= 0xd800 && c <= 0xdfff) c = 0xfffd;
    if (c < 0x80) bytes.push(c);
    else if (c < 0x800) bytes.push(0xc0 | (c >> 6), 0x80 | (c & 63));
    else if (c < 0x10000) bytes.push(0xe0 | (c >> 12), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
    else {
      bytes.push(0xf0 | (c >> 18), 0x80 | ((c >> 12) & 63), 0x80 | ((c >> 6) & 63),
        0x80 | (c & 63));
    }
  }
  return bytes;
};
class TextEncoder {
  get encoding() { return "utf-8"; }
  encode(input = "") { return Uint8Array.from(encodeUtf8(toText(input))); }
  encodeInto(source, destination) {
    let read = 0;
    let written = 0;
    for (const char of toText(source)) {
      const bytes = encodeUtf8(char);
      if (written + bytes.length > destination.length) break;
      destination.set(bytes, written);
      written += bytes.length;
      read += char.length;
    }
    return { read, written };
  }
}

const ENCODINGS = {
  __proto__: null, "utf-8": "utf-8", utf8: "utf-8", "unicode-1-1-utf-8": "utf-8",
  "utf-16le": "utf-16le", "utf-16": "utf-16le", "iso-8859-1": "windows-1252",
  latin1: "windows-1252", ascii: "windows-1252", "us-ascii": "windows-1252",
  "windows-1252": "windows-1252",
};
class TextDecoder {
  #encoding;
  #fatal;
  #ignoreBOM;
  #pending = [];
  #started = false;
  constructor(label = "utf-8", options = {}) {
    this.#encoding = ENCODINGS[toText(label).trim().toLowerCase()];
    if (this.#encoding === undefined) {
      throw new RangeError(`The encoding label provided ('${label}') is invalid.`);
    }
    this.#fatal = !!options?.fatal;
    this.#ignoreBOM = !!options?.ignoreBOM;
  }
  get encoding() { return this.#encoding; }
  get fatal() { return this.#fatal; }
  get ignoreBOM() { return this.#ignoreBOM; }
  decode(input = new Uint8Array(), options = {}) {
    const bytes = globalThis.ArrayBuffer.isView(input)
      ? new Uint8Array(input.buffer, input.byteOffset, input.byteLength)
      : new Uint8Array(input);
    const all = [...this.#pending, ...bytes];
    this.#pending = [];
    let text = this.#encoding === "utf-8" ? this.#utf8(all, !!options?.stream)
      : this.#encoding === "utf-16le" ? this.#utf16(all, !!options?.stream)
      : all.map((byte) => String.fromCharCode(byte)).join("");
    if (!this.#started && !this.#ignoreBOM && text[0] === "\ufeff" &&
        this.#encoding !== "windows-1252") text = text.slice(1);
    this.#started = !!options?.stream && (this.#started || text.length > 0);
    return text;
  }
  #bad(parts) {
    if (this.#fatal) throw new TypeError("The encoded data was not valid.");
    parts.push("\ufffd");
  }
  #utf8(bytes, stream) {
    const parts = [];
    for (let i = 0; i < bytes.length;) {
      const lead = bytes[i];
      const size = lead < 0x80 ? 1 : lead >= 0xc2 && lead < 0xe0 ? 2
        : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
      if (size === 0) {
        this.#bad(parts);
        i++;
        continue;
      }
      let code = size === 1 ? lead : lead & (0x7f >> size);
      let n = 1;
      for (; n < size && i + n < bytes.length; n++) {
        const byte = bytes[i + n];
        const low = n > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
        const high = n > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
        if (byte < low || byte > high) break;
        code = (code << 6) | (byte & 63);
      }
      if (n === size) parts.push(String.fromCodePoint(code));
      else if (stream && i + n === bytes.length) {
        this.#pending = bytes.slice(i);
        break;
      } else this.#bad(parts);
      i += n;
    }
    return parts.join("");
  }
  #utf16(bytes, stream) {
    const parts = [];
    let i = 0;
    for (; i + 1 < bytes.length; i += 2) {
      parts.push(String.fromCharCode(bytes[i] | (bytes[i + 1] << 8)));
    }
    if (i < bytes.length) {
      if (stream) this.#pending = bytes.slice(i);
      else this.#bad(parts);
    }
    return parts.join("").toWellFormed?.() ?? parts.join("");
  }
}

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const notBase64 = (name, what) => new DOMException(
  `Failed to execute '${name}': ${what}`, "InvalidCharacterError");
const base64Functions = {
  __proto__: null,
  btoa(input) {
    const text = toText(input);
    let out = "";
    for (let i = 0; i < text.length; i += 3) {
      const [a, b, c] = [0, 1, 2].map((n) => text.charCodeAt(i + n));
      if (a > 255 || b > 255 || c > 255) {
        throw notBase64("btoa", "The string contains characters outside of the Latin1 range.");
      }
      const bits = (a << 16) | ((b || 0) << 8) | (c || 0);
      out += BASE64[bits >> 18] + BASE64[(bits >> 12) & 63] +
        (i + 1 < text.length ? BASE64[(bits >> 6) & 63] : "=") +
        (i + 2 < text.length ? BASE64[bits & 63] : "=");
    }
    return out;
  },
  atob(input) {
    let text = toText(input).replace(/[\t\n\f\r ]/g, "");
    if (text.length % 4 === 0) text = text.replace(/==?$/, "");
    if (/[^A-Za-z0-9+/]/.test(text) || text.length % 4 === 1) {
      throw notBase64("atob", "The string to be decoded is not correctly encoded.");
    }
    let out = "";
    let bits = 0;
    for (let i = 0; i < text.length; i++) {
      bits = ((bits << 6) | BASE64.indexOf(text[i])) & 0xffffff;
      const phase = i % 4;
      if (phase > 0) out += String.fromCharCode((bits >> (6 - 2 * phase)) & 255);
    }
    return out;
  },
};
