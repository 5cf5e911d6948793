let c = "c", d = "d", e = "e", f = "f", h = "other h";
console.log(c, d, e, f, h);
