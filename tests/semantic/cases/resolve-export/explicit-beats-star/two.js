export const a = "two", b = "two", c = "two", d = "two", x = "x of two";
