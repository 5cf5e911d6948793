export const x = "a.x", x$1 = "a.x$1", x$2 = "a.x$2";
