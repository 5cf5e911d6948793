export const x = "b.x", x$1 = "b.x$1", x_1 = "b.x_1";
