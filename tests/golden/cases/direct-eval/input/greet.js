const secret = "hidden";
export const greet = (name) => `hello ${name}`;
