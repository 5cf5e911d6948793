export const é = "decomposed";
