var x = "var";
export const read = () => x;
