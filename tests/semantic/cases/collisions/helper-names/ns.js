export const ns = "ns", __name = 1, __export = 2, namespace = 3, readonly = 4, ro = 5;
