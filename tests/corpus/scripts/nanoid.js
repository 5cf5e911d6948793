import { customRandom, customAlphabet, urlAlphabet, nanoid } from "nanoid";
import { nanoid as insecure, customAlphabet as insecureAlphabet } from "nanoid/non-secure";

let seed = 1;
const bytes = (size) => Uint8Array.from({ length: size }, () => (seed = (seed * 16807) % 2147483647) & 255);
const generate = customRandom("abcdef", 10, bytes);
console.log(generate(), generate(), generate(3), urlAlphabet.length, new Set(urlAlphabet).size);
console.log(insecure().length, insecure(5).length, /^[xyz]{8}$/.test(insecureAlphabet("xyz", 8)()));
console.log(customRandom.name, typeof customAlphabet("ab", 4), typeof nanoid);
