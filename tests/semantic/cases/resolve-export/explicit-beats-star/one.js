export const a = "one", b = "one", c = "one", d = "one", x = "x of one";
