const v = 1, w = 2;
export { v as "a b", w as "__proto__", v as if, w as "é-1" };
export { v as "then" };
console.log(v + w);
