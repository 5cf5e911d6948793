let x = "let";
export const read = () => x;
