import "./stubs/host.js";
import { zipSync, unzipSync, gzipSync, gunzipSync, deflateSync, inflateSync, strToU8, strFromU8, zlibSync, unzlibSync, Deflate, Inflate, FlateErrorCode } from "fflate";
import { sha256, sha512 } from "@noble/hashes/sha2.js";
import { sha3_256, keccak_256 } from "@noble/hashes/sha3.js";
import { blake3 } from "@noble/hashes/blake3.js";
import { hmac } from "@noble/hashes/hmac.js";
import { pbkdf2 } from "@noble/hashes/pbkdf2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

const text = "the quick brown fox jumps over the lazy dog. ".repeat(40);
const data = strToU8(text);
for (const [pack, unpack] of [[gzipSync, gunzipSync], [deflateSync, inflateSync], [zlibSync, unzlibSync]]) {
  const packed = pack(data, { level: 9, mtime: 0 });
  console.log(pack.name, packed.length, strFromU8(unpack(packed)) === text);
}
const zip = zipSync({ "a.txt": data, dir: { "b.txt": [strToU8("b"), { level: 0 }] } }, { mtime: new Date(2000, 0, 1) });
console.log(zip.length, Object.keys(unzipSync(zip)), bytesToHex(sha256(zip.slice(0, 4))));
const chunks = [];
const inflate = new Inflate((chunk, final) => chunks.push([chunk.length, final]));
const deflate = new Deflate({ level: 6 }, (chunk, final) => inflate.push(chunk, final));
deflate.push(data.slice(0, 100));
deflate.push(data.slice(100), true);
console.log(chunks, FlateErrorCode);
try {
  inflateSync(Uint8Array.of(255, 255, 1));
} catch (error) {
  console.log(error.name, error.message, error.code);
}
for (const hash of [sha256, sha512, sha3_256, keccak_256, blake3]) console.log(bytesToHex(hash(data)), hash.outputLen, hash.blockLen);
console.log(bytesToHex(hmac(sha256, strToU8("key"), data)), bytesToHex(pbkdf2(sha256, "password", "salt", { c: 10, dkLen: 16 })), bytesToHex(sha256.create().update(data).update(data).digest()));
