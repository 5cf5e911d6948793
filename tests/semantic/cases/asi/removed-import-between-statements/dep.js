export const x = "x"
