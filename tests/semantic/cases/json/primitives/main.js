import array from "./array.json" with { type: "json" };
import string from "./string.json" with { type: "json" };
import number from "./number.json" with { type: "json" };
import nothing from "./null.json" with { type: "json" };
import no from "./false.json" with { type: "json" };

console.log(Array.isArray(array), JSON.stringify(array), JSON.stringify(string), number, nothing, no, Object.is(array[3], -0));
