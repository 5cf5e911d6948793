export const x = "end of the chain";
