import * as uuid from "uuid";
import { v3, v5, v1, v7, v6, parse, stringify, validate, version, NIL, MAX, v1ToV6, v6ToV1 } from "uuid";

const random = Uint8Array.from({ length: 16 }, (_, i) => i * 7);
console.log(Object.keys(uuid).sort());
console.log(v5("hello.example.com", v5.DNS), v5("http://example.com/hello", v5.URL), v3("hello", v3.DNS));
console.log(v5("snowman ☃", "1b671a64-40d5-491e-99b0-da01ff1f3341"), v5.name, v3.name);
console.log(uuid.v4({ random }), v7({ random, msecs: 1e12, seq: 5 }));
const one = v1({ msecs: 1321651200000, nsecs: 5678, clockseq: 0x1234, node: Uint8Array.of(1, 2, 3, 4, 5, 6), random });
console.log(one, v1ToV6(one), v6ToV1(v1ToV6(one)), v6({ msecs: 1, nsecs: 0, clockseq: 1, node: Uint8Array.of(1, 2, 3, 4, 5, 6), random }));
console.log(Array.from(parse(one)), stringify(parse(one)) === one, validate(one), version(one), validate("x"), NIL, version(MAX));
for (const attempt of [() => parse("nope"), () => v5("x", "bad namespace"), () => stringify(new Uint8Array(3))]) {
  try {
    attempt();
  } catch (error) {
    console.log(error.name, error.message);
  }
}
